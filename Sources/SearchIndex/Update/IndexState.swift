/// The index at one moment; never changes.
final class IndexState: Sendable {
    struct Part: Sendable {
        var segment: Segment
        /// The number in the file's name; `nil` in memory.
        var number: UInt64?
        /// Not to be found any more.
        var deleted = DocumentSet()
        /// Of these, the ones whose deletion is durable.
        var durablyDeleted = DocumentSet()

        var liveCount: Int { segment.documentCount - deleted.count }
    }

    /// Those on disk come before those in memory.
    let parts: [Part]
    let sequence: Int64
    /// Of the text fields.
    let weights: [Float]
    /// The saturated frequencies by the average length of all documents.
    let impacts: [UInt32]
    let averageLength: Double
    /// With the deleted ones that no merge has dropped yet.
    let documentCount: Int

    init(parts: [Part], sequence: Int64, weights: [Float]) {
        self.weights = weights
        self.parts = parts
        self.sequence = sequence
        documentCount = parts.reduce(0) { $0 + $1.segment.documentCount }
        let length = parts.reduce(UInt64(0)) { $0 &+ $1.segment.totalLength }
        averageLength = documentCount == 0 ? 1 : Double(length) / Double(documentCount)
        impacts = Scoring.impacts(averageLength: averageLength)
    }

    var liveCount: Int { parts.reduce(0) { $0 + $1.liveCount } }
}
