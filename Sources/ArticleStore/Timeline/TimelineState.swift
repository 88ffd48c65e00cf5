import Timeline

/// Where an article's event stands in the timeline, inside a transaction.
struct TimelineState {
    var article: Int64
    var ordinal: Int
    /// The least row of those that have the same date and are the same event.
    var core: Int64
    /// The event of the timeline; 0 until it has one.
    var event: Int64
    /// As they stand in the database; `nil` for what is not there yet.
    var written: Written?

    struct Written: Equatable {
        var core: Int64
        var event: Int64
    }

    var isNew: Bool { written == nil }
    var isChanged: Bool { written != Written(core: core, event: event) }
}

/// A row to be written when its place in the timeline is known.
struct PendingArticleEvent {
    var article: Int64
    var ordinal: Int
    var features: [UInt8]
    var record: [UInt8]
}
