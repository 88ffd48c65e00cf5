import SearchIndex
import TestSupport
import Testing

/// What is in few documents is searched in other ways than the rest; a filter that lets everything pass makes it go the common one.
@Suite struct DirectSearchTests {
    private static let passing = SearchFilter(clauses: [.init(field: 0, values: ["none"], negated: true)])

    /// Words of all frequencies, some next to each other more often than by chance.
    private static func documents(_ keys: Range<Int64>, seed: UInt64) -> [IndexDocument] {
        var generator = SeededGenerator(seed: seed)
        func word() -> String {
            let exponent = Double.random(in: 0..<9, using: &generator)
            var number = 1
            while Double(number) < exponent { number += 1 }
            let letters = ["نفط", "قال", "oil", "باكو", "وزير", "embassy", "العلاقات", "runs", "مدينة"]
            return letters[number - 1]
                + (number > 4 ? String(Int.random(in: 0..<number * 40, using: &generator)) : "")
        }
        return keys.map { key in
            let words = (0..<Int.random(in: 3...30, using: &generator)).map { _ in word() }
            return document(key, words.joined(separator: " "), title: word())
        }
    }

    @Test(arguments: [QueryParser.Operator.auto, .and, .or])
    func `a search finds the same in either way`(combination: QueryParser.Operator) throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: Self.documents(0..<9000, seed: 1), sequence: 1)
        try index.apply(
            adding: Self.documents(9000..<9500, seed: 2), removing: Array(stride(from: 0, to: 9000, by: 7)),
            sequence: 2)
        var generator = SeededGenerator(seed: 3)
        let words = try Self.documents(20_000..<20_040, seed: 4).flatMap { document in
            let text = try #require(document.texts.last)
            return String(decoding: text.bytes, as: UTF8.self).split(separator: " ").map(String.init)
        }
        for number in 0..<200 {
            let start = Int.random(in: 0..<words.count - 3, using: &generator)
            let some = words[start..<start + 1 + number % 3].joined(separator: " ")
            for query in [some, "\"\(some)\"", String(words[start].prefix(2 + number % 5)) + "*"] {
                try expectSame(query, combination, index)
            }
        }
    }

    private func expectSame(
        _ text: String, _ combination: QueryParser.Operator, _ index: SearchIndex
    ) throws {
        let query = try QueryParser().parse(text, operator: combination)
        let snapshot = index.snapshot()
        for limit in [5, 20_000] {
            let direct = snapshot.search(query, limit: limit)
            let common = snapshot.search(query, filter: Self.passing, limit: limit)
            #expect(direct.hits == common.hits, "\(text)")
            #expect(direct.total == common.total, "\(text)")
        }
    }
}
