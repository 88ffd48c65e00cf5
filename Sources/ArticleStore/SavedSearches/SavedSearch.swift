/// A search that is kept by a name.
package struct SavedSearch: Sendable, Hashable {
    /// Searches in a store.
    package static let most = 1000

    /// Chosen by who made it.
    package var id: String
    /// For people; may be empty.
    package var title: String
    /// The parameters of the search as a target's query has them (application/x-www-form-urlencoded).
    package var query: String
    /// Seconds since 1970-01-01T00:00:00Z.
    package var changedAt: Int64

    package init(id: String, title: String, query: String, changedAt: Int64 = 0) {
        self.id = id
        self.title = title
        self.query = query
        self.changedAt = changedAt
    }
}
