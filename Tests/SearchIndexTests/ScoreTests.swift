import SearchIndex
import Testing

@Suite struct ScoreTests {
    static let queries = [
        "السفارة", "نفط", "وزير النفط", "أذربيجان إسرائيل العلاقات", "running oil", "1992", "في من على قال",
    ]

    @Test(arguments: queries, [UInt64(1), 2, 3])
    func `scores are those of BM25F by the book`(query: String, seed: UInt64) throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        let documents = randomDocuments(0..<300, seed: seed)
        try index.apply(adding: documents, sequence: 1)
        let expected = Reference(documents).scores(query)
        let result = try index.all(query, .or)
        #expect(result.total == expected.count)
        #expect(Set(result.hits.map(\.key)) == Set(expected.keys))
        for hit in result.hits {
            // Lengths above 39 and frequencies above 8 are rounded.
            #expect(
                abs(Double(hit.score) - (expected[hit.key] ?? 0)) < 0.02 * (expected[hit.key] ?? 0) + 0.01)
        }
    }

    @Test func `few hits are the first of all hits`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        // Several chunks, so that maxima come into play.
        try index.apply(adding: randomDocuments(0..<5000, seed: 7), sequence: 1)
        try index.apply(adding: randomDocuments(5000..<6000, seed: 8), sequence: 2)
        for query in Self.queries {
            for combination in [QueryParser.Operator.auto, .and, .or] {
                try expectOrder(query, combination, index)
            }
        }
    }

    private func expectOrder(
        _ query: String, _ combination: QueryParser.Operator, _ index: SearchIndex
    ) throws {
        let all = try index.all(query, combination)
        let few = index.snapshot().search(
            try QueryParser().parse(query, operator: combination), limit: 10)
        #expect(few.hits == Array(all.hits.prefix(10)))
        #expect(few.total == all.total)
        #expect(all.hits.count == all.total)
        for (first, second) in zip(all.hits, all.hits.dropFirst()) {
            #expect(first.score > second.score || (first.score == second.score && first.key < second.key))
        }
    }

    @Test func `all the words come first in auto`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<2000, seed: 4), sequence: 1)
        let both = Set(try index.keys("أذربيجان نفط", .and))
        let hits = try index.all("أذربيجان نفط", .auto).hits
        #expect(!both.isEmpty && both.count < hits.count)
        #expect(Set(hits.prefix(both.count).map(\.key)) == both)
        #expect(hits.count == (try index.all("أذربيجان نفط", .or)).total)
    }

    @Test func `pages cover all hits once`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<700, seed: 5), sequence: 1)
        let query = try QueryParser().parse("وزير النفط")
        let snapshot = index.snapshot()
        let all = snapshot.search(query, limit: 1000)
        var pages: [SearchResult.Hit] = []
        while true {
            let page = snapshot.search(query, limit: 13, after: pages.last)
            #expect(page.total == all.total)
            if page.hits.isEmpty { break }
            pages += page.hits
        }
        #expect(pages == all.hits)
        #expect(snapshot.search(query, limit: 0).total == all.total)
    }
}
