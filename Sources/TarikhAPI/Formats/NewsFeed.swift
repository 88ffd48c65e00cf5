import TextAnalysis

/// A list that is read as a feed.
struct NewsFeed: Sendable, Hashable {
    struct Item: Sendable, Hashable {
        /// An id of the service, such as `a_…`.
        var id: String
        /// Where people read it.
        var page: String
        /// Where programs do.
        var url: String
        /// Where it was published first.
        var externalURL: String?
        var title: String
        var text: String
        var language: Language
        /// When it was published, when that is known; seconds since 1970-01-01T00:00:00Z, as all times here.
        var published: Int64?
        /// When the service learnt of it.
        var updated: Int64
        /// Who says so.
        var author: String?
        var tags: [String] = []
    }

    /// Names the feed among all of the service, whatever the form; it stays as long as the list is the same.
    var id: String
    var title: String
    /// The address of the feed, and of what follows; `nil` at the end.
    var url: String
    var next: String?
    var items: [Item]

    /// A name that stays, whatever host the service is at (RFC 4151).
    static func tag(_ id: String) -> String { "tag:tarikh.invalid,2026:" + id }
}
