/// Names the segments that make up the index on disk. The file is replaced as a whole.
///
/// Magic (8 bytes), version (4), checksum of the schema (8), sequence (8), next segment number (8), number of segments (4);
/// of each its number (8), the checksum of its header (8), how many documents are deleted (4) and the steps from one to the next
/// (variable); the checksum of all this (8).
struct Manifest {
    struct Entry {
        var number: UInt64
        var identity: UInt64
        var deleted: DocumentSet
    }

    static let fileName = "manifest"
    private static let magic = Array("TARIKHMF".utf8)
    private static let version: UInt32 = 1

    var schema: UInt64
    var sequence: Int64 = 0
    var nextNumber: UInt64 = 1
    var entries: [Entry] = []

    static func segmentName(_ number: UInt64) -> String { "segment-\(number)" }

    /// What makes an index of one schema useless for another.
    static func checksum(of schema: IndexSchema) -> UInt64 {
        var text: [UInt8] = []
        for field in schema.textFields {
            text += Array(field.name.utf8) + [0]
            text.append(number: field.weight.bitPattern)
        }
        text.append(0)
        for field in schema.keywordFields { text += Array(field.utf8) + [0] }
        return Checksum.of(text)
    }

    var bytes: [UInt8] {
        var bytes = Self.magic
        bytes.append(number: Self.version)
        bytes.append(number: schema)
        bytes.append(number: sequence)
        bytes.append(number: nextNumber)
        bytes.append(number: UInt32(entries.count))
        for entry in entries {
            bytes.append(number: entry.number)
            bytes.append(number: entry.identity)
            bytes.append(number: UInt32(entry.deleted.count))
            var last = 0
            for document in entry.deleted.elements {
                bytes.append(varint: UInt32(document - last))
                last = document
            }
        }
        bytes.append(number: Checksum.of(bytes))
        return bytes
    }

    init(schema: UInt64) { self.schema = schema }

    init(reading array: [UInt8], schema expected: UInt64) throws(IndexError) {
        func damaged(_ reason: String) -> IndexError { .damaged(file: Self.fileName, reason: reason) }
        let memory = Memory(copying: array)
        defer { withExtendedLifetime(memory) {} }
        let bytes = Bytes(memory)
        guard bytes.count >= 48, bytes.part(0, 8).array == Self.magic else { throw damaged("not a manifest") }
        guard bytes.part(0, bytes.count - 8).checksum == bytes.uint64(at: bytes.count - 8) else {
            throw damaged("checksum")
        }
        guard bytes.uint32(at: 8) == Self.version, bytes.uint64(at: 12) == expected else {
            throw IndexError.outdated
        }
        schema = expected
        sequence = bytes.int64(at: 20)
        nextNumber = bytes.uint64(at: 28)
        var offset = 40
        for _ in 0..<bytes.uint32(at: 36) {
            guard offset < bytes.count - 8 else { throw damaged("cut off") }
            var entry = Entry(
                number: bytes.uint64(at: offset), identity: bytes.uint64(at: offset + 8),
                deleted: DocumentSet())
            let count = bytes.uint32(at: offset + 16)
            offset += 20
            var document = 0
            for _ in 0..<count {
                guard offset < bytes.count - 8 else { throw damaged("cut off") }
                document += Int(bytes.varint(at: &offset))
                guard document < 1 << 28 else { throw damaged("deleted documents") }
                entry.deleted.insert(document)
            }
            entries.append(entry)
        }
    }
}
