import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

/// The language beyond words and phrases.
@Suite struct QueryLanguageTests {
    /// `entity:` and `lang:` have any value, `date:` has four digits.
    private static func meaning(_ condition: QueryCondition) -> QueryCondition.Meaning? {
        if condition.kind == .date, condition.value.utf8.count != 4 { return nil }
        return QueryCondition.Meaning(
            filter: SearchFilter(clauses: [.init(field: 1, values: [condition.value])]),
            written: condition.value)
    }

    private func parse(_ text: String, _ options: QueryOptions = QueryOptions()) throws -> Query {
        try QueryParser().parse(text, options, meaning: Self.meaning)
    }

    @Test(
        arguments: [
            ("a AND b", "a AND b"), ("a AND b OR c", "(a AND b) OR c"), ("a OR b AND c", "a OR (b AND c)"),
            ("a AND b c", "(a AND b) c"), ("AND a", "a"), ("a AND", "a"), ("a AND OR b", "a OR b"),
            ("a NEAR/5 b", "a NEAR/5 b"), ("a NEAR/5 b NEAR/3 c", "a NEAR/3 b NEAR/3 c"),
            ("\"a b\" NEAR/4 c", "(a NEAR/4 b NEAR/4 c) AND \"a b\""), ("a NEAR/500 b", "a NEAR/100 b"),
            ("a NEAR/0 b", "a \"near 0\" b"), ("a NEAR b", "a near b"), ("a NEAR/5 (b c)", "a AND (b AND c)"),
            ("a NEAR/5 -b", "a AND -b"), ("x OR a NEAR/2 b", "x OR (a NEAR/2 b)"), ("NEAR/5 a", "a"),
            ("title:a b", "title:a b"), ("title:\"a b\"", "title:\"a b\""), ("title:ab*", "title:ab*"),
            ("body:(a OR b)", "body:a OR body:b"), ("-title:a b", "b AND -title:a"),
            ("title: a", "title a"), ("title:", "title"), ("title:)", "title"), ("Title:a", "\"title a\""),
            ("title:title:a", "a"), ("other:a", "\"other a\""), ("http://a.b/c", "\"http a b c\""),
            ("entity:n_aze", "entity(n_aze)"), ("a entity:\"x y\"", "a AND entity(x y)"),
            ("a b lang:ar", "(a b) AND lang(ar)"), ("a OR entity:x", "a OR entity(x)"),
            ("-entity:x a", "a AND -entity(x)"), ("title:entity:x", "entity(x)"), ("entity:", "entity"),
            ("entity:\"\" a", "entity a"), ("date:1992 a", "a AND date(1992)"),
            ("date:tomorrow", "\"date tomorrow\""),
            ("(date:1992 OR date:1993) a", "(date(1992) OR date(1993)) a"),
        ] as [(String, String)])
    func `a query is read as its canonical form`(text: String, expected: String) throws {
        #expect(try parse(text).description == expected)
    }

    @Test(
        arguments: [
            ("(a", .unclosedParenthesis, 0), ("a)", .strayParenthesis, 1), ("a \"b", .unclosedPhrase, 2),
            ("a - b", .strayPunctuation, 2), ("a !", .strayPunctuation, 2), ("OR a", .missingOperand, 0),
            ("a OR", .missingOperand, 2), ("a OR AND b", .missingOperand, 5), ("a -", .strayPunctuation, 2),
            ("-(", .unclosedParenthesis, 1), ("ب*", .shortPrefix, 0), ("* a", .strayPunctuation, 0),
            ("a NEAR/3 (b c)", .invalidNear, 2), ("x date:tomorrow", .invalidValue, 2),
            ("title:entity:x", .missingOperand, 0), ("a ()", .strayPunctuation, 2),
            ("«»", .strayPunctuation, 0),
        ] as [(String, QueryError.Reason, Int)])
    func `a strict reading tells what is stray and where`(
        text: String, reason: QueryError.Reason, offset: Int
    ) throws {
        #expect(throws: QueryError(reason, offset: offset)) { try parse(text, QueryOptions(isStrict: true)) }
    }

    @Test(arguments: [
        "a", "a b", "\"a b\" OR c", "a -b", "(a OR b) -\"c d\"", "ab*", "a NEAR/3 b", "title:(a OR \"b c\")",
        "entity:x date:1992", "a, b.",
    ])
    func `a strict reading takes what is well formed`(_ text: String) throws {
        #expect(
            try parse(text, QueryOptions(isStrict: true)).description == parse(text).description)
    }

    @Test func `words that stand side by side may be names`() throws {
        func names(_ text: String) throws -> Set<String> { Set(try parse(text).names.map(\.folded)) }
        #expect(try names("United States") == ["united", "states", "united states"])
        #expect(try names("united OR states") == ["united", "states"])
        #expect(try names("a -b c") == ["a", "c"])
        #expect(try names("x \"a b\"") == ["x", "a", "b", "a b"])
        #expect(try names("a b c d e").contains("a b c d"))
        #expect(try !names("a b c d e").contains("a b c d e"))
        #expect(try names("(a b) c") == ["a", "b", "a b", "c"])
    }

    // MARK: Forms

    private func index(_ bodies: [String]) throws -> (SearchIndex, TemporaryFolder) {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(
            adding: bodies.enumerated().map { document(Int64($0), $1, title: "عنوان") }, sequence: 1)
        return (index, folder)
    }

    @Test(arguments: [
        ("سفارة", QueryOptions.Matching.stem, [0, 1, 2, 3, 4]), ("سفارة", .folded, [0, 1, 2]),
        ("سفارة", .exact, [0]), ("السفارة", .exact, [1]), ("السفارة", .folded, [0, 1, 2]),
        ("\"في سفارة\"", .exact, [0]), ("\"في سفارة\"", .folded, [0, 1]), ("body:سفارة", .exact, [0]),
        ("title:سفارة", .exact, []), ("في NEAR/1 سفارة", .folded, [0, 1, 2]),
        ("-سفارة", .exact, [1, 2, 3, 4, 5]),
    ])
    func `a word matches in as many forms as asked for`(
        query: String, matching: QueryOptions.Matching, expected: [Int64]
    ) throws {
        let (index, folder) = try index([
            "في سفارة", "في السفارة", "وللسفارة في", "سفارتها", "سفارات", "باكو",
        ])
        let found = index.snapshot().search(try parse(query, QueryOptions(matching: matching)), limit: 10)
        #expect(found.hits.map(\.key).sorted() == expected)
        withExtendedLifetime(folder) {}
    }

    @Test func `only the forms that match are marked`() throws {
        let text = Array("سفارة والسفارة سفارتها".utf8)
        func marked(_ matching: QueryOptions.Matching) throws -> [String] {
            Highlighter(try parse("سفارة", QueryOptions(matching: matching))).matches(
                in: text, language: .arabic
            ).map { String(decoding: text[$0.range], as: UTF8.self) }
        }
        #expect(try marked(.exact) == ["سفارة"])
        #expect(try marked(.folded) == ["سفارة", "والسفارة"])
        #expect(try marked(.stem) == ["سفارة", "والسفارة", "سفارتها"])
    }

    // MARK: Widening

    @Test func `alternatives are found wherever the words stand`() throws {
        let (index, folder) = try index([
            "قطار سريع", "tram line", "قطار بطيء", "سيارة", "tram 5", "خط القطار سريع", "the tram سريع",
        ])
        func found(_ text: String, _ word: String, _ alternatives: [String]) throws -> [Int64] {
            var query = try parse(text)
            let name = try #require(query.names.first { $0.folded == word })
            query.widen(name.terms, by: alternatives.map { QueryAlternative(.text($0), reason: "synonym:s") })
            #expect(query.aliases[name.terms.lowerBound]?.isEmpty == false)
            return index.snapshot().search(query, limit: 10).hits.map(\.key).sorted()
        }
        #expect(try found("قطار", "قطار", ["tram"]) == [0, 1, 2, 4, 5, 6])
        #expect(try found("\"قطار سريع\"", "قطار", ["tram"]) == [0, 5, 6])
        #expect(try found("قطار NEAR/1 سريع", "قطار", ["tram"]) == [0, 5, 6])
        #expect(try found("\"قطار سريع\"", "قطار سريع", ["tram line"]) == [0, 1, 5])
        #expect(try found("سيارة", "سياره", ["قطار سريع"]) == [0, 3, 5])
        #expect(try found("سيارة -قطار", "سياره", ["tram"]) == [1, 3, 4, 6])
        #expect(try found("title:سيارة", "سياره", ["tram"]) == [])
        withExtendedLifetime(folder) {}
    }

    @Test func `a match says why it is one`() throws {
        var query = try parse("سيارة سريع")
        query.widen(0..<1, by: [QueryAlternative(.text("tram"), reason: "synonym:s")])
        let text = Array("tram سريع".utf8)
        let matches = Highlighter(query).matches(in: text, language: .arabic)
        #expect(matches.map(\.reason) == ["synonym:s", nil])
        #expect(matches.map(\.term) == ["tram", "سريع"])
        #expect(query.description == "(سياره OR tram) سريع")
    }

    // MARK: Typos

    @Test(
        arguments: [
            ("اتفاقبة", Query.Tolerance.auto, "اتفاقيه"), ("اتفقاية", .auto, "اتفاقيه"),
            ("embasy", .auto, "embassy"), ("embassyy", .one, "embassy"), ("embsasy", .auto, "embassy"),
            ("xmbassy", .auto, "embassy"), ("embassy", .auto, nil), ("embasy", .none, nil),
            ("باكز", .auto, "باكو"), ("بكو", .auto, nil), ("2015x", .auto, nil), ("1993", .auto, nil),
            ("الدبلوماسسيية", .auto, "الدبلوماسيه"), ("الدبلوماسسيية", .one, nil),
            ("-embasy باكو", .auto, nil),
            ("embasyyyy", .two, nil), ("\"embasy روما\"", .auto, "\"embassy روما\""), ("embasy*", .auto, nil),
        ] as [(String, Query.Tolerance, String?)])
    func `a mistyped word is taken for one that is there`(
        text: String, tolerance: Query.Tolerance, corrected: String?
    ) throws {
        let (index, folder) = try index(["embassy روما", "اتفاقية باكو", "العلاقات الدبلوماسية 2015 1992"])
        var query = try parse(text)
        query.correct(tolerance, in: index.snapshot())
        #expect(query.corrected == corrected)
        let found = index.snapshot().search(query, limit: 10)
        if corrected != nil { #expect(found.total == 1) }
        withExtendedLifetime(folder) {}
    }

    @Test func `similar words are those that the definition says`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        var generator = SeededGenerator(seed: 21)
        let letters = Array("ابتa b".unicodeScalars.filter { $0 != " " })
        func word(_ lengths: ClosedRange<Int>) -> String {
            let length = Int.random(in: lengths, using: &generator)
            return String(
                String.UnicodeScalarView(
                    (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }))
        }
        let words = Set((0..<900).map { _ in word(1...9) })
        for (number, chunk) in [Array(words.prefix(300)), Array(words.dropFirst(300))].enumerated() {
            let body = chunk.joined(separator: " ")
            try index.apply(adding: [document(Int64(number), body)], sequence: Int64(number + 1))
        }
        let known = Set(words.map(LetterFolding.fold))
        for distance in 1...2 {
            for _ in 0..<60 {
                let sought = LetterFolding.fold(word(4...8))
                var similar = try #require(SimilarWords(to: Array(sought.utf8), distance: distance))
                let found = Dictionary(
                    uniqueKeysWithValues: similar.candidates(in: index.snapshot().state).map {
                        (String(decoding: $0.word, as: UTF8.self), $0.distance)
                    })
                let expected = known.compactMap { other -> (String, Int)? in
                    let far = Self.distance(sought, other)
                    let begins = distance == 1 || sought.unicodeScalars.first == other.unicodeScalars.first
                    return far > 0 && far <= distance && begins ? (other, far) : nil
                }
                #expect(found == Dictionary(uniqueKeysWithValues: expected))
            }
        }
    }

    /// Optimal string alignment by its definition.
    private static func distance(_ first: String, _ second: String) -> Int {
        let (left, right) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count { table[row][0] = row }
        for column in 0...right.count { table[0][column] = column }
        for row in 0..<left.count {
            for column in 0..<right.count {
                let change = left[row] == right[column] ? 0 : 1
                var least = min(
                    table[row][column] + change, table[row][column + 1] + 1, table[row + 1][column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, table[row - 1][column - 1] + 1)
                }
                table[row + 1][column + 1] = least
            }
        }
        return table[left.count][right.count]
    }

    // MARK: Anything

    @Test func `no string makes the language fail but by its limits`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<60, seed: 4), sequence: 1)
        let snapshot = index.snapshot()
        let pieces = [
            "(", ")", "\"", "«", "”", "-", "\u{2212}", "*", " ", " ", " ", "OR", "AND", "NEAR/2", "NEAR/0",
            "NEAR/",
            "title:", "body:", "entity:", "date:", "lang:", "source:", "date:1992", ":", "/", "..", "نفط",
            "في", "a",
            "embasy", "oil", "1992", "\u{200C}", "\u{64B}", "👩‍👩‍👦", "\u{0}", "\u{202E}", "~", "[", "]", "\\",
            "%", "'",
        ]
        var generator = SeededGenerator(seed: 17)
        let limits: Set<QueryError.Reason> = [.tooLong, .tooDeep, .tooManyTerms, .empty]
        var read = 0
        for round in 0..<400 {
            let text = (0..<Int.random(in: 0..<24, using: &generator))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let matching = QueryOptions.Matching.allCases[round % 3]
            for combination in [QueryParser.Operator.auto, .and, .or] {
                let options = QueryOptions(operator: combination, matching: matching)
                do {
                    var query = try parse(text, options)
                    query.correct(.auto, in: snapshot)
                    for name in query.names.prefix(3) {
                        query.widen(
                            name.terms,
                            by: [
                                QueryAlternative(.text("باكو نفط"), reason: "x"),
                                QueryAlternative(
                                    .filter(
                                        SearchFilter(clauses: [.init(field: 1, values: ["e1"])]), written: "e"
                                    ),
                                    reason: "x"),
                            ])
                    }
                    let result = snapshot.search(query, limit: 100)
                    #expect(result.total == result.hits.count)
                    _ = Highlighter(query).matches(in: Array(text.utf8), language: .arabic)
                    // What is written out may be longer than may be read.
                    if let again = try? parse(query.description, options) {
                        #expect(!again.description.isEmpty)
                    }
                    read += 1
                } catch let error as QueryError {
                    #expect(limits.contains(error.reason))
                    #expect((0...text.unicodeScalars.count).contains(error.offset))
                }
                let strict = QueryOptions(operator: combination, matching: matching, isStrict: true)
                if let query = try? parse(text, strict) {
                    #expect(try query.description == parse(text, options).description)
                }
            }
        }
        #expect(read > 500)
    }
}
