import Timeline

/// What the writer remembers from one transaction to the next.
struct WriterCache {
    /// Beyond this it starts anew; about 60 MB.
    private static let maximumEvents = 60_000

    var entities = EntityCache()
    /// What merging knows of articles' events, by row.
    var articleEvents: [Int64: ArticleEvent] = [:]

    mutating func trim() {
        entities.trim()
        if articleEvents.count > Self.maximumEvents { articleEvents = [:] }
    }
}
