/// Numbers that events share when they may be the same: only events with one in common are ever compared.
package enum BlockingKeys {
    /// For events with the same date: kind and name, a part of the sentence, a part of the title.
    package static func same(_ event: ArticleEvent) -> [Int64] {
        var keys: Set<Int64> = []
        if event.kind != nil || event.names.count >= 2 {
            for name in event.names { keys.insert(key("name", event.kind, name.key)) }
        }
        if let part = event.copy.keys.first { keys.insert(key("copy", nil, part)) }
        if let word = leastWord(event) { keys.insert(key("word", nil, word)) }
        return keys.sorted()
    }

    /// For events of kinds that happen once, whatever their dates: kind and name, kind and a part of the title.
    package static func once(_ event: ArticleEvent) -> [Int64] {
        guard let kind = event.kind, !event.isRepeatable, !event.days.isUndated else { return [] }
        var keys = Set(event.names.map { key("once", kind, $0.key) })
        if let word = leastWord(event), event.names.isEmpty { keys.insert(key("once word", kind, word)) }
        return keys.sorted()
    }

    /// The title's word with the least mixed hash: two titles share it as often as they share words.
    private static func leastWord(_ event: ArticleEvent) -> UInt64? {
        event.titleWords.map { Hashing.mixed(UInt64($0)) }.min()
    }

    private static func key(_ space: String, _ kind: String?, _ value: UInt64) -> Int64 {
        let hash = Hashing.hash([
            Hashing.hash(space.utf8), kind.map { Hashing.hash($0.utf8) } ?? 0, value,
        ])
        return Int64(bitPattern: hash)
    }
}
