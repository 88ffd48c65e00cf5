import SearchIndex
import TestSupport
import Testing
import TextAnalysis

@Suite struct HighlighterTests {
    func marked(_ query: String, _ text: String, _ language: Language = .arabic) throws -> [String] {
        let bytes = Array(text.utf8)
        return Highlighter(try QueryParser().parse(query)).matches(in: bytes, language: language).map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("سفارة", "زار السفارة ثم سفارتها، والسفارةِ.", ["السفارة", "سفارتها", "والسفارةِ"]),
        ("\"في باكو\"", "باكو في باكو", ["في باكو"]),
        ("\"في باكو\" باكو", "باكو في باكو", ["باكو", "في باكو"]),
        ("سفار*", "سفارات وسفير", ["سفارات"]),
        ("نفط -باكو", "نفط باكو", ["نفط"]),
        ("غائب", "نفط باكو", []),
        ("embassy", "Embassies: the EMBASSY's", ["Embassies", "EMBASSY's"]),
        ("تسنيم", "خبرگزاری تسنیم", ["تسنیم"]),
    ]) func `the words that match are marked`(query: String, text: String, expected: [String]) throws {
        #expect(try marked(query, text) == expected)
    }

    @Test func `a match names the term it is of`() throws {
        let text = Array("قال وزير النفط في السفارة".utf8)
        let query = try QueryParser().parse("\"وزير النفط\" سفارة")
        #expect(
            Highlighter(query).matches(in: text, language: .arabic).map(\.term) == ["وزير النفط", "سفاره"])
    }

    @Test func `what is marked is what was found`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        let documents = randomDocuments(0..<400, seed: 12)
        try index.apply(adding: documents, sequence: 1)
        for text in ["سفارة", "\"وزير النفط\"", "اتفاق*", "running embassy", "\"في من\""] {
            let query = try QueryParser().parse(text)
            let found = Set(index.snapshot().search(query, limit: 1000).hits.map(\.key))
            let highlighter = Highlighter(query)
            for document in documents {
                let isMarked = document.texts.contains {
                    !highlighter.matches(in: $0.bytes, language: $0.language).isEmpty
                }
                #expect(isMarked == found.contains(document.key))
            }
        }
    }

    @Test func `a snippet holds the densest matches and whole words`() throws {
        let filler = String(repeating: "كلام كثير بلا معنى هنا. ", count: 30)
        let text = filler + "وقع وزير النفط اتفاقا في باكو. " + filler + "نفط فقط. " + filler
        let bytes = Array(text.utf8)
        let highlighter = Highlighter(try QueryParser().parse("نفط باكو اتفاق"))
        let matches = highlighter.matches(in: bytes, language: .arabic)
        for length in 20...120 {
            let range = highlighter.snippet(of: bytes, matches: matches, length: length)
            let snippet = String(decoding: bytes[range], as: UTF8.self)
            #expect(snippet.unicodeScalars.count <= length)
            #expect(snippet.contains("النفط اتفاقا"))
            #expect(range.lowerBound == 0 || bytes[range.lowerBound - 1] == 0x20)
            #expect(range.upperBound == bytes.count || !bytes[range.upperBound - 1].isASCIISpace)
        }
        let whole = highlighter.snippet(of: bytes, matches: matches, length: 40)
        #expect(String(decoding: bytes[whole], as: UTF8.self) == "وقع وزير النفط اتفاقا في باكو.")
    }

    @Test func `a snippet of anything is a part of it on scalar boundaries`() throws {
        var generator = SeededGenerator(seed: 3)
        let highlighter = Highlighter(try QueryParser().parse("نفط \"في باكو\" oil"))
        let pieces = [
            "نفط", " ", "في", "باكو", ".", "oil", "\n", "é", "👩‍👦", "\u{200C}",
            String(repeating: "ط", count: 30),
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0..<60, using: &generator))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let bytes = Array(text.utf8)
            let matches = highlighter.matches(in: bytes, language: .arabic)
            for length in [0, 1, 7, 30, 1000] {
                let range = highlighter.snippet(of: bytes, matches: matches, length: length)
                #expect(range.upperBound <= bytes.count)
                let snippet = String(validating: bytes[range], as: UTF8.self)
                #expect(snippet != nil)
                #expect(snippet?.unicodeScalars.count ?? 0 <= length)
            }
        }
    }
}

extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
