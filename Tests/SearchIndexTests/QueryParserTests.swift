import SearchIndex
import TestSupport
import Testing
import TextAnalysis

@Suite struct QueryParserTests {
    @Test(
        arguments: [
            ("سفارة", "سفاره"), ("  Baku  ", "baku"), ("a b", "a b"), ("a OR b", "a OR b"),
            ("a or b", "a or b"),
            ("a b OR c", "a (b OR c)"), ("a OR b OR c", "a OR b OR c"), ("OR a", "a"), ("a OR", "a"),
            ("a OR OR b", "a OR b"),
            ("-a", "-a"), ("a -b", "a AND -b"), ("a b -c", "(a b) AND -c"), ("a - b", "a b"),
            ("a--b", "\"a b\""),
            ("--a", "-a"), ("-\"a b\"", "-\"a b\""), ("-(a b)", "-(a AND b)"), ("\"a b\"", "\"a b\""),
            ("\"a b", "\"a b\""),
            ("\"a\"", "a"), ("\"\" a", "a"), ("“a b” c", "\"a b\" c"), ("«a b»", "\"a b\""),
            ("\u{201D}a b\u{201C}", "\"a b\""),
            ("ab*", "ab*"), ("a*", "a"), ("*", nil), ("a * b", "a b"), ("ab*c", "ab* c"), ("*ab", "ab"),
            ("ال*", "ال*"),
            ("(a b) OR c", "(a AND b) OR c"), ("((a))", "a"), ("(a", "a"), ("a)", "a"), (")(", nil),
            ("()", nil), ("( ) a", "a"),
            ("a,b", "\"a b\""), ("a, b", "a b"), ("؟ !", nil), ("", nil), ("  \n", nil), ("-", nil),
            ("\"", nil), ("OR", nil),
            ("a\u{200F} b", "a b"), ("-a OR b", "-a OR b"), ("١٩٩٢", "1992"), ("\u{0} a", "a"),
        ] as [(String, String?)])
    func `a query is read as its canonical form`(text: String, expected: String?) throws {
        guard let expected else {
            #expect(throws: QueryError(.empty, offset: 0)) { try QueryParser().parse(text) }
            return
        }
        #expect(try QueryParser().parse(text).description == expected)
    }

    @Test(arguments: [
        (QueryParser.Operator.auto, "a b"), (.and, "a AND b"), (.or, "a OR b"),
    ]) func `words combine as the operator says`(combination: QueryParser.Operator, expected: String) throws {
        #expect(try QueryParser().parse("a b", operator: combination).description == expected)
    }

    @Test func `limits are told with their place`() throws {
        let parser = QueryParser()
        func deep(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        func long(_ words: Int) -> String { (0..<words).map { "w\($0)" }.joined(separator: " ") }
        #expect(try parser.parse(String(repeating: "ب", count: 512)).terms.count == 1)
        #expect(throws: QueryError(.tooLong, offset: 512)) {
            try parser.parse(String(repeating: "ب", count: 513))
        }
        #expect(try parser.parse(deep(8)).description == "a")
        #expect(throws: QueryError(.tooDeep, offset: 8)) { try parser.parse(deep(9)) }
        #expect(try parser.parse(long(32)).terms.count == 32)
        #expect(throws: QueryError(.tooManyTerms, offset: 10 * 3 + 22 * 4)) { try parser.parse(long(33)) }
    }

    @Test func `terms are told as typed, folded and stemmed`() throws {
        let query = try QueryParser().parse("\"وزير النفط\" السفارةِ -باكو")
        #expect(query.terms.map(\.word) == ["وزير", "النفط", "السفارةِ", "باكو"])
        #expect(query.terms.map(\.folded) == ["وزير", "النفط", "السفاره", "باكو"])
        #expect(query.terms[1].stem == "نفط")
        #expect(query.text == "\"وزير النفط\" السفارةِ -باكو")
    }

    @Test func `no string makes the parser or the search fail`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<50, seed: 1), sequence: 1)
        let snapshot = index.snapshot()
        let pieces = [
            "(", ")", "\"", "«", "”", "-", "*", " ", "OR", "AND", "نفط", "في", "a", "oil", "1992", ":",
            "\u{200C}", "\u{64B}", "👩‍👩‍👦", "\u{0}",
        ]
        var generator = SeededGenerator(seed: 9)
        var found = 0
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 0..<20, using: &generator))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            for combination in [QueryParser.Operator.auto, .and, .or] {
                guard let query = try? QueryParser().parse(text, operator: combination) else { continue }
                let result = snapshot.search(query, limit: 100)
                #expect(result.total == result.hits.count)
                found += result.total
                let words = Highlighter(query).matches(in: Array(text.utf8), language: .arabic)
                #expect(words.allSatisfy { $0.range.upperBound <= text.utf8.count })
            }
        }
        #expect(found > 0)
    }
}
