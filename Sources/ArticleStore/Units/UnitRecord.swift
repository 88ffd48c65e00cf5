/// Which entities an article names together, as it is kept in one column: the rows of its entities, then for each block and
/// sentence the places of those named there in that list.
struct UnitRecord: Hashable {
    /// Rows of the table `entity`, ascending, each once.
    private(set) var entities: [Int64]
    /// Blocks of sentences of indices in `entities`, ascending.
    private(set) var blocks: [[[Int]]]

    /// - Parameter rows: the rows of all entities of the article, named or not.
    init(_ rows: [Int64], blocks: [[[Int64]]]) {
        let entities = Array(Set(rows).union(blocks.joined().joined())).sorted()
        let places = Dictionary(uniqueKeysWithValues: entities.enumerated().map { ($1, $0) })
        self.entities = entities
        self.blocks = blocks.map { sentences in
            sentences.map { Array(Set($0.compactMap { places[$0] })).sorted() }
        }
    }

    /// How many sentences and blocks name each entity, in the order of `entities`.
    var counts: [(blocks: Int, sentences: Int)] {
        var counts = [(blocks: Int, sentences: Int)](repeating: (0, 0), count: entities.count)
        for block in blocks {
            for index in Set(block.joined()) { counts[index].blocks += 1 }
            for index in block.joined() { counts[index].sentences += 1 }
        }
        return counts
    }

    func encoded() -> [UInt8] {
        var writer = RecordWriter()
        writer.append(entities.count)
        var last: Int64 = 0
        for row in entities {
            writer.append(UInt64(clamping: row - last))
            last = row
        }
        writer.append(list: blocks) { writer, block in
            writer.append(list: block) { writer, sentence in
                writer.append(list: sentence) { $0.append($1) }
            }
        }
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8]) throws(RecordError) -> UnitRecord {
        var reader = UnitReader()
        try reader.read(bytes, by: .sentence)
        return UnitRecord(entities: reader.entities, blocks: reader.blocks)
    }

    private init(entities: [Int64], blocks: [[[Int]]]) {
        self.entities = entities
        self.blocks = blocks
    }
}
