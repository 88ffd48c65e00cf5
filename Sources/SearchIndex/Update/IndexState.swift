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
    /// By segment, for each kept maximum (256ths, rounded down) what no impact is above (65,536ths), whatever the average length has
    /// become: the maxima hold for the segment's own average, and with a higher one a frequency's impact grows by no more than the
    /// averages' ratio.
    let limits: [[UInt32]]
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
        let average = averageLength
        limits = parts.map { part in
            let growth =
                UInt64(
                    max(1, min(average / max(part.segment.averageLength, 1), 65536)) * 65536) + 1
            return (UInt64(0)..<256).map { maximum in
                UInt32(min((((maximum + 1) << 8) * growth) >> 16 + 1, 65536))
            }
        }
    }

    var liveCount: Int { parts.reduce(0) { $0 + $1.liveCount } }
}
