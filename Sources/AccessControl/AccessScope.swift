/// What a key lets its bearer do. None contains another.
package enum AccessScope: String, Sendable, Hashable, CaseIterable {
    /// Articles, events, entities, searches.
    case read
    /// All of them at once.
    case export
    /// Putting articles in and taking them out.
    case write
    /// Deciding where the rules are wrong.
    case curate
    /// Keys, the log of writes, running the service.
    case admin
    /// The numbers for Prometheus.
    case metrics
}
