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

@Suite struct ReaderTests {
    let folder = TemporaryFolder()

    @Test func `a reader keeps its view while a writer merges its files away`() throws {
        let writer = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try writer.apply(adding: randomDocuments(0..<100, seed: 1), sequence: 1)
        try writer.seal()
        let reader = try SearchIndex(folder: folder.path, schema: schema, access: .readOnly)
        let before = try reader.all("نفط")
        for round in Int64(2)..<12 {
            try writer.apply(adding: randomDocuments(0..<100, seed: UInt64(round)), sequence: round)
            try writer.seal()
        }
        writer.waitForMerges()
        #expect(!folder.names.contains("segment-1"))
        #expect(try reader.all("نفط") == before)
        #expect(reader.sequence == 1)
        #expect(try SearchIndex(folder: folder.path, schema: schema, access: .readOnly).sequence == 11)
    }

    @Test func `a reader applies to memory and never writes`() throws {
        let writer = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try writer.apply(adding: [document(1, "نفط")], sequence: 1)
        try writer.seal()
        let names = folder.names
        let manifest = try folder.bytes("manifest")
        let reader = try SearchIndex(folder: folder.path, schema: schema, access: .readOnly)
        try reader.apply(adding: [document(2, "نفط")], removing: [1], sequence: 5)
        #expect(try reader.keys("نفط") == [2])
        #expect(reader.sequence == 5 && reader.durableSequence == 1)
        #expect(throws: IndexError.readOnly) { try reader.seal() }
        #expect(folder.names == names)
        #expect(try folder.bytes("manifest") == manifest)
    }

    @Test func `what was not sealed is gone and the rest is as it was`() throws {
        do {
            let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
            try index.apply(adding: [document(1, "نفط"), document(2, "نفط")], sequence: 1)
            try index.seal()
            try index.apply(adding: [document(1, "ذهب"), document(3, "نفط")], removing: [2], sequence: 2)
            #expect(index.sequence == 2 && index.durableSequence == 1)
        }
        let again = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        #expect(again.sequence == 1 && again.durableSequence == 1)
        #expect(try again.keys("نفط") == [1, 2])
    }

    @Test func `searches and changes may run at the same time`() async throws {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        let query = try QueryParser().parse("نفط OR ذهب")
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for batch in Int64(0)..<30 {
                    let documents = (0..<10).map { document(batch * 10 + $0, "نفط") }
                    #expect(throws: Never.self) {
                        try index.apply(adding: documents, sequence: batch + 1)
                        if batch % 3 == 0 { try index.seal() }
                    }
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    var last = 0
                    while last < 300 {
                        let snapshot = index.snapshot()
                        let total = snapshot.search(query, limit: 5).total
                        #expect(total == Int(snapshot.sequence) * 10)
                        #expect(total >= last)
                        last = total
                    }
                }
            }
        }
        index.waitForMerges()
        #expect(index.verify() == [])
    }
}
