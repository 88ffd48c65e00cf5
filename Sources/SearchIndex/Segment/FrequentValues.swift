import Synchronization

/// The values of a keyword field that are in the most documents of a segment, these first.
struct FrequentValues: Sendable {
    struct Value: Sendable {
        /// With the field's byte.
        var term: [UInt8]
        var entry: TermEntry
    }

    static let limit = 1024

    let values: [Value]

    init(field: UInt8, of keywords: TermSpace) {
        var values: [Value] = []
        PrefixTerms([field], keywords, most: Self.limit).forEach {
            values.append(Value(term: $0.term, entry: $0.entry))
        }
        self.values = values.sorted { first, second in
            first.entry.documentCount != second.entry.documentCount
                ? first.entry.documentCount > second.entry.documentCount
                : first.term.lexicographicallyPrecedes(second.term)
        }
    }

    /// No value at this rank or behind it is in more documents.
    func documentCount(at rank: Int) -> Int {
        if rank < values.count { return values[rank].entry.documentCount }
        return values.count < Self.limit ? 0 : values.last?.entry.documentCount ?? 0
    }
}

/// Those of a segment, by field, once they have been asked for.
final class FrequentValueLists: Sendable {
    private let lists = Mutex<[UInt8: FrequentValues]>([:])

    func list(field: UInt8, of keywords: TermSpace) -> FrequentValues {
        if let list = lists.withLock({ $0[field] }) { return list }
        let list = FrequentValues(field: field, of: keywords)
        lists.withLock { $0[field] = list }
        return list
    }
}
