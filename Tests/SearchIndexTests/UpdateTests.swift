import SearchIndex
import Testing

@Suite struct UpdateTests {
    let folder = TemporaryFolder()

    func open(_ access: SearchIndex.Access = .readWrite) throws -> SearchIndex {
        try SearchIndex(folder: folder.path, schema: schema, access: access)
    }

    @Test func `a document replaces the one of its key wherever that is`() throws {
        let index = try open()
        try index.apply(adding: [document(1, "نفط"), document(2, "نفط")], sequence: 1)
        try index.seal()
        try index.apply(adding: [document(1, "ذهب"), document(3, "نفط"), document(3, "ذهب")], sequence: 2)
        #expect(try index.keys("نفط") == [2])
        #expect(try index.keys("ذهب") == [1, 3])
        try index.apply(adding: [document(1, "فضة")], removing: [2, 99], sequence: 3)
        #expect(try index.keys("نفط") == [])
        #expect(try index.keys("ذهب") == [3])
        #expect(index.snapshot().keys() == [1, 3])
        #expect(index.snapshot().documentCount == 2)
        try index.seal()
        let again = try open()
        #expect(again.sequence == 3 && again.durableSequence == 3)
        #expect(again.snapshot().keys() == [1, 3])
        #expect(try again.keys("فضة") == [1])
    }

    @Test func `a snapshot does not change when the index does`() throws {
        let index = try open()
        try index.apply(adding: randomDocuments(0..<200, seed: 1), sequence: 1)
        try index.seal()
        let query = try QueryParser().parse("نفط")
        let snapshot = index.snapshot()
        let before = snapshot.search(query, limit: 1000)
        #expect(before.total > 0)
        for round in 0..<20 {
            try index.apply(adding: randomDocuments(0..<200, seed: UInt64(round)), sequence: Int64(round + 2))
            try index.seal()
        }
        index.waitForMerges()
        #expect(snapshot.search(query, limit: 1000) == before)
        #expect(snapshot.sequence == 1)
        #expect(index.snapshot().documentCount == 200)
    }

    @Test(arguments: [1, 7, 64, 1000])
    func `the same documents give the same hits however they came in`(batch: Int) throws {
        let documents = randomDocuments(0..<1000, seed: 3)
        let index = try open()
        var sequence: Int64 = 0
        for start in stride(from: 0, to: documents.count, by: batch) {
            sequence += 1
            try index.apply(
                adding: Array(documents[start..<min(start + batch, documents.count)]), sequence: sequence)
            if sequence % 5 == 0 { try index.seal() }
        }
        let other = TemporaryFolder()
        let whole = try SearchIndex(folder: other.path, schema: schema, access: .readWrite)
        try whole.apply(adding: documents, sequence: sequence)
        index.waitForMerges()
        for query in ScoreTests.queries + ["\"وزير النفط\"", "سفار*", "-نفط", "\"في من\" OR 1992"] {
            #expect(try index.all(query) == whole.all(query))
        }
        try index.seal()
        index.waitForMerges()
        let again = try open(.readOnly)
        for query in ScoreTests.queries + ["\"وزير النفط\"", "سفار*"] {
            #expect(try again.all(query) == whole.all(query))
        }
        #expect(again.verify() == [])
    }

    @Test func `merges leave few files`() throws {
        let index = try open()
        for batch in Int64(0)..<40 {
            try index.apply(
                adding: randomDocuments(batch * 10..<batch * 10 + 10, seed: UInt64(batch)), sequence: batch)
            try index.seal()
        }
        index.waitForMerges()
        #expect(folder.names.count < 18)
        #expect(index.snapshot().keys() == Array(0..<400))
        #expect(index.byteCount > 0)
        #expect(index.verify() == [])
        #expect(try open(.readOnly).snapshot().keys() == Array(0..<400))
    }
}
