/// How rare 4-grams are in the index, by its segments of at least average size.
struct GramRarity {
    private let tables: [Bytes]
    private let documentCount: Double

    init(_ state: IndexState) {
        let parts = state.parts.filter { $0.segment.documentCount * state.parts.count >= state.documentCount }
        tables = parts.map(\.segment.gramCounts)
        documentCount = Double(parts.reduce(0) { $0 + $1.segment.documentCount })
    }

    /// As of a term that is in so many documents.
    func weight(of gram: UInt32) -> Float {
        let count = min(tables.reduce(0) { $0 + GramCounts.count(of: gram, in: $1) }, documentCount)
        return Float(Scoring.logarithm(1 + (documentCount - count + 0.5) / (count + 0.5)))
    }
}
