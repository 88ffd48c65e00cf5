import SearchIndex
import Testing

@Suite struct RankedWindowTests {
    let folder = TemporaryFolder()
    let snapshot: IndexSnapshot
    private let texts: [Int64: [UInt8]]

    init() throws {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        let documents = randomDocuments(0..<600, seed: 5)
        try index.apply(adding: documents, sequence: 1)
        snapshot = index.snapshot()
        texts = Dictionary(
            uniqueKeysWithValues: documents.map {
                ($0.key, $0.texts[0].bytes + [0x0A] + $0.texts[1].bytes)
            })
    }

    private func window(
        _ query: String, _ combination: QueryParser.Operator = .or, without missing: Set<Int64> = []
    ) throws -> (found: SearchResult, window: RankedWindow) {
        let query = try QueryParser().parse(query, operator: combination)
        let found = snapshot.search(query, limit: RankedWindow.size)
        return (
            found,
            RankedWindow(found, TextRanker(query, snapshot)) { missing.contains($0) ? nil : texts[$0] }
        )
    }

    @Test(arguments: ["وزير النفط", "السفارة", "أذربيجان إسرائيل العلاقات", "running oil"])
    func `the same documents come in the order of their scores`(query: String) throws {
        let (found, window) = try window(query)
        #expect(window.hits.count == found.hits.count)
        #expect(Set(window.hits.map(\.key)) == Set(found.hits.map(\.key)))
        #expect(window.hits.map(\.key) != found.hits.map(\.key))
        #expect(window.last == found.hits.last)
        #expect(window.total == found.total)
        let before = Dictionary(uniqueKeysWithValues: found.hits.map { ($0.key, $0.score) })
        for hit in window.hits {
            #expect(hit.textScore > 0)
            #expect(hit.score == (before[hit.key] ?? 0) + hit.textScore)
        }
        for (first, second) in zip(window.hits, window.hits.dropFirst()) {
            #expect(first.score > second.score || (first.score == second.score && first.key < second.key))
        }
    }

    @Test func `documents with all the words stay before the others`() throws {
        let words = "oil embassy treaty"
        let query = try QueryParser().parse(words, operator: .and)
        let complete = Set(snapshot.search(query, limit: 1000).hits.map(\.key))
        let (_, window) = try window(words, .auto)
        #expect(!complete.isEmpty && complete.count < window.hits.count)
        #expect(Set(window.hits.prefix(complete.count).map(\.key)) == complete)
        for (first, second) in zip(window.hits, window.hits.dropFirst()) {
            #expect(first.score >= second.score)
        }
    }

    @Test func `a document whose text is gone keeps its score`() throws {
        let (found, _) = try window("وزير النفط")
        let gone = try #require(found.hits.first)
        let (_, ranked) = try window("وزير النفط", without: [gone.key])
        let hit = try #require(ranked.hits.first { $0.key == gone.key })
        #expect(hit.score == gone.score && hit.textScore == 0)
    }

    @Test func `no hits and one hit are left as they are`() {
        for hits in [[], [SearchResult.Hit(key: 7, score: 2)]] {
            let window = RankedWindow(SearchResult(hits: hits, total: hits.count), nil) { _ in nil }
            #expect(window.hits == hits)
            #expect(window.last == hits.last)
        }
    }
}
