/// A part of a timeline that is to be exported.
struct TimelineDocument: Sendable {
    var entries: [TimelineEntry]
    /// How many events the whole timeline has.
    var total: Int
    /// The store's sequence number that it reflects.
    var sequence: Int64
    var addresses: Addresses
    /// The target of this part and of the next, without the host; `nil` at the end.
    var target: String
    var next: String?
    /// How many events the whole timeline leaves out because they have no date.
    var undated: Int
}

/// A form that timelines are exported in: one file each in `Formats`, and one line in `API.exports`.
protocol TimelineFormat: Sendable {
    var media: MediaType { get }

    /// The bytes, and what they leave out.
    func export(_ timeline: TimelineDocument) -> (body: [UInt8], omitted: Omitted)
}
