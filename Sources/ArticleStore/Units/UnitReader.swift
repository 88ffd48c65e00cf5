/// Reads unit records one after the other into the same memory.
struct UnitReader {
    /// Rows of the entities of the article read last, ascending.
    private(set) var entities: [Int64] = []
    /// The units of the article: indices in `entities`, each once in a unit, one unit after the other.
    private(set) var members: [Int32] = []
    /// Where each unit ends in `members`.
    private(set) var ends: [Int] = []
    /// Of sentences, how many each block has.
    private var sentenceCounts: [Int] = []
    /// The last block that each entity was seen in.
    private var seen: [Int32] = []

    /// Reads `bytes`, cut into units of the given size.
    mutating func read(_ bytes: [UInt8], by unit: TextUnit) throws(RecordError) {
        var reader = RecordReader(bytes)
        entities.removeAll(keepingCapacity: true)
        members.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        sentenceCounts.removeAll(keepingCapacity: true)
        let count = try reader.int()
        guard count <= bytes.count else { throw RecordError() }
        var row: Int64 = 0
        for _ in 0..<count {
            row += Int64(try reader.int())
            guard row < 1 << 31 else { throw RecordError() }
            entities.append(row)
        }
        switch unit {
        case .article:
            members.append(contentsOf: entities.indices.lazy.map { Int32(truncatingIfNeeded: $0) })
            ends.append(members.count)
        case .block, .sentence: try readBlocks(&reader, joined: unit == .block)
        }
    }

    private mutating func readBlocks(_ reader: inout RecordReader, joined: Bool) throws(RecordError) {
        if joined {
            seen.removeAll(keepingCapacity: true)
            seen.append(contentsOf: repeatElement(-1, count: entities.count))
        }
        for block in 0..<(try reader.int()) {
            let sentences = try reader.int()
            sentenceCounts.append(sentences)
            for _ in 0..<sentences {
                for _ in 0..<(try reader.int()) {
                    let index = try reader.int()
                    guard index < entities.count else { throw RecordError() }
                    if joined {
                        let number = Int32(truncatingIfNeeded: block)
                        if seen[index] == number { continue }
                        seen[index] = number
                    }
                    members.append(Int32(truncatingIfNeeded: index))
                }
                if !joined { ends.append(members.count) }
            }
            if joined { ends.append(members.count) }
        }
    }

    /// The place in `entities` of a row; `nil` when the article does not name it.
    func index(of row: Int64) -> Int32? {
        var low = 0
        var high = entities.count
        while low < high {
            let middle = (low + high) / 2
            if entities[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low < entities.count && entities[low] == row ? Int32(truncatingIfNeeded: low) : nil
    }

    /// Of an article read by sentences: blocks of sentences of indices in `entities`.
    var blocks: [[[Int]]] {
        var start = 0
        var unit = 0
        return sentenceCounts.map { count in
            (0..<count).map { _ in
                defer {
                    start = ends[unit]
                    unit += 1
                }
                return members[start..<ends[unit]].map(Int.init)
            }
        }
    }
}
