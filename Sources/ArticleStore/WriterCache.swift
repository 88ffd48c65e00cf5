import Timeline

/// What the writer remembers from one transaction to the next.
struct WriterCache {
    /// Beyond this it starts anew; about 60 MB.
    private static let maximumEvents = 60_000

    var entities = EntityCache()
    /// What merging knows of articles' events, by row.
    var articleEvents: [Int64: ArticleEvent] = [:]
    /// Of the last transaction alone: the rows of the entities of each article that came, and the articles that were there
    /// before and have other entities now.
    var entitiesOfAdded: [Int64: [Int64]] = [:]
    var affected: [ArticleWriter.Written] = []

    mutating func trim() {
        entities.trim()
        if articleEvents.count > Self.maximumEvents { articleEvents = [:] }
    }
}
