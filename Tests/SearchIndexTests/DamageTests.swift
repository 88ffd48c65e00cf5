import SearchIndex
import TestSupport
import Testing

@Suite struct DamageTests {
    /// An index with two segments, one with a deleted document, and a number of sequence 2.
    private func makeIndex(_ folder: TemporaryFolder) throws {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<150, seed: 1), sequence: 1)
        try index.seal()
        try index.apply(adding: randomDocuments(150..<180, seed: 2), removing: [3], sequence: 2)
        try index.seal()
    }

    /// Opening tells of it, or `verify()` does; and searching does not fail.
    private func isNoticed(_ folder: TemporaryFolder) throws -> Bool {
        let index: SearchIndex
        do {
            index = try SearchIndex(folder: folder.path, schema: schema, access: .readOnly)
        } catch {
            switch error {
            case .damaged, .outdated: return true
            case .system, .readOnly: return false
            }
        }
        for query in ["السفارة نفط", "\"في من\"", "سف*", "-نفط"] {
            let filter = SearchFilter(clauses: [.init(field: 0, values: ["s1", "s2"])], interval: 0...9999)
            _ = index.snapshot().search(try QueryParser().parse(query), limit: 20)
            _ = index.snapshot().search(try QueryParser().parse(query), filter: filter, limit: 20)
        }
        _ = index.snapshot().keys()
        return !index.verify().isEmpty
    }

    @Test func `a file cut off anywhere is noticed`() throws {
        let folder = TemporaryFolder()
        try makeIndex(folder)
        #expect(try !isNoticed(folder))
        for name in folder.names {
            let bytes = try folder.bytes(name)
            for length in [0, 1, 7, 40, 200, 600, bytes.count / 2, bytes.count - 1] where length < bytes.count
            {
                try folder.write(Array(bytes[..<length]), to: name)
                #expect(try isNoticed(folder), "\(name) cut to \(length)")
            }
            try folder.write(bytes + [0], to: name)
            #expect(try isNoticed(folder), "\(name) with a byte more")
            try folder.remove(name)
            #expect(try isNoticed(folder), "no \(name)")
            try folder.write(bytes, to: name)
        }
        #expect(try !isNoticed(folder))
    }

    @Test func `a changed byte is noticed`() throws {
        let folder = TemporaryFolder()
        try makeIndex(folder)
        var generator = SeededGenerator(seed: 5)
        for name in folder.names {
            let bytes = try folder.bytes(name)
            for place in Array(0..<min(bytes.count, 64))
                + (0..<250).map({ _ in Int.random(in: 0..<bytes.count, using: &generator) })
            {
                var changed = bytes
                changed[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
                try folder.write(changed, to: name)
                #expect(try isNoticed(folder), "\(name) at \(place)")
            }
            try folder.write(bytes, to: name)
        }
    }

    @Test func `a writer merges no damaged segment`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<10, seed: 1), sequence: 1)
        try index.seal()
        let name = try #require(folder.names.first { $0.hasPrefix("segment") })
        var bytes = try folder.bytes(name)
        bytes[bytes.count - 40] ^= 1
        try folder.write(bytes, to: name)
        for batch in Int64(1)..<9 {
            try index.apply(
                adding: randomDocuments(batch * 10..<batch * 10 + 10, seed: 2), sequence: batch + 1)
            try index.seal()
        }
        index.waitForMerges()
        #expect(index.verify().count == 1)
        #expect(index.snapshot().documentCount == 90)
    }

    @Test func `another schema is outdated`() throws {
        let folder = TemporaryFolder()
        try makeIndex(folder)
        var other = schema
        other.textFields[0].weight = 3
        #expect(throws: IndexError.outdated) {
            try SearchIndex(folder: folder.path, schema: other, access: .readWrite)
        }
        other = schema
        other.keywordFields.append("tag")
        #expect(throws: IndexError.outdated) {
            try SearchIndex(folder: folder.path, schema: other, access: .readOnly)
        }
    }

    @Test func `what a stopped writer left behind goes at the next opening`() throws {
        let folder = TemporaryFolder()
        try makeIndex(folder)
        let names = folder.names
        let manifest = try folder.bytes("manifest")
        // Stopped while writing a segment, before renaming it, before naming it in the manifest, while writing the manifest.
        try folder.write([1, 2, 3], to: "segment-77.new")
        try folder.write(try folder.bytes("segment-1"), to: "segment-78")
        try folder.write(Array(manifest[..<20]), to: "manifest.new")
        try folder.write([1], to: "someone-elses")
        let reader = try SearchIndex(folder: folder.path, schema: schema, access: .readOnly)
        #expect(reader.snapshot().documentCount == 179)
        #expect(folder.names.count == names.count + 4)
        let writer = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        #expect(writer.durableSequence == 2)
        #expect(writer.snapshot().documentCount == 179)
        #expect(folder.names == (names + ["someone-elses"]).sorted())
    }

    @Test func `a folder without a manifest begins anew for a writer and is damaged for a reader`() throws {
        let folder = TemporaryFolder()
        #expect(throws: IndexError.damaged(file: "manifest", reason: "missing")) {
            try SearchIndex(folder: folder.path, schema: schema, access: .readOnly)
        }
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        #expect(index.sequence == 0 && index.snapshot().documentCount == 0)
        #expect(try index.all("نفط") == SearchResult(hits: [], total: 0))
        #expect(index.verify() == [])
    }
}
