package import Articles
package import SearchIndex

/// The record of truth: articles, annotations, events and entities in SQLite, and the search index kept in step with it.
///
/// Functions block; call them from a thread that may. All may be called from any thread.
package final class ArticleStore: Sendable {
    package enum Access: Sendable, Hashable {
        /// The only writer: takes the folder's lock.
        case readWrite
        /// Works beside a writer in another process.
        case readOnly
    }

    /// The index's text fields.
    package enum TextField: Int, Sendable { case title, body }
    /// The index's keyword fields.
    package enum KeywordField: Int, Sendable { case entity, source, language, article }

    /// Opens the data folder, making or migrating it when `access` allows; rebuilds the index when it is missing or stale.
    /// `progress` is told of long work, as a line for people.
    package init(
        folder: String, access: Access, progress: @Sendable (String) -> Void = { _ in }
    ) throws(StoreError) {}

    /// Adds articles in one transaction. When it returns they are durable and searchable; when it throws, none was added.
    package func insert(
        _ articles: [(article: Article, annotations: Annotations)]
    ) throws(StoreError) -> [Insertion] { [] }

    /// The id of the stored article with the same content or external id, before any work is spent on it.
    package func existing(_ article: Article) throws(StoreError) -> Insertion? { nil }

    package enum Lookup<Item: Sendable>: Sendable {
        case found(Item)
        case deleted
        case unknown
    }

    package func article(_ id: String) throws(StoreError) -> Lookup<StoredArticle> { .unknown }

    /// The raw text only.
    package func text(_ id: String) throws(StoreError) -> Lookup<[UInt8]> { .unknown }

    /// Removes an article and all that was read from it; a tombstone stays in the changes.
    package func delete(_ id: String) throws(StoreError) -> Lookup<Void> { .unknown }

    package enum ArticleOrder: String, Sendable, Hashable {
        /// Undated last; then by id.
        case newestPublished = "-published_at"
        case newestIngested = "-ingested_at"
        case title
    }

    package func articles(
        _ criteria: Criteria, order: ArticleOrder, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredArticle> { Page(items: [], next: nil, total: 0, sequence: 0) }

    /// Events in date order: by earliest day, latest day, id.
    package func events(
        _ criteria: Criteria, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredEvent> { Page(items: [], next: nil, total: 0, sequence: 0) }

    package func event(_ id: String) throws(StoreError) -> StoredEvent? { nil }

    package enum EntityOrder: String, Sendable, Hashable {
        case mostArticles = "-articles"
        case label
    }

    /// Entities, of the given kinds when any, with an alias that starts with or contains `name` (folded) when given.
    package func entities(
        named name: String?, kinds: [Entity.Kind], minimumArticles: Int, order: EntityOrder,
        limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredEntity> { Page(items: [], next: nil, total: 0, sequence: 0) }

    package func entity(_ id: String) throws(StoreError) -> StoredEntity? { nil }

    /// The ids of entities that have `alias` in any language, compared folded.
    package func entityIDs(alias: String) throws(StoreError) -> [String] { [] }

    /// Mentions of an entity, by article (newest first), then by place in the text.
    package func mentions(
        of entityID: String, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredMention> { Page(items: [], next: nil, total: 0, sequence: 0) }

    /// What is searchable now.
    package func searchSnapshot() throws(StoreError) -> IndexSnapshot { throw .failed("not open") }

    /// The stored articles of index keys, in the same order; an article deleted since is left out.
    package func articles(keys: [Int64]) throws(StoreError) -> [(key: Int64, article: StoredArticle)] { [] }

    package struct Statistics: Sendable, Hashable {
        package var articles = 0
        package var events = 0
        package var entities = 0
        package var mentions = 0
        /// Of the newest change.
        package var sequence: Int64 = 0
        /// How far the index is behind: 0 when all is searchable.
        package var indexLag: Int64 = 0
        package var storeBytes = 0
        package var indexBytes = 0
    }

    package func statistics() throws(StoreError) -> Statistics { Statistics() }

    /// Verifies the store, the index and that they agree. Returns what is wrong, a line each; empty when nothing is.
    package func check(progress: @Sendable (String) -> Void = { _ in }) throws(StoreError) -> [String] { [] }

    /// Rebuilds the index from the store, aside, and puts it in place.
    package func rebuildIndex(progress: @Sendable (String) -> Void = { _ in }) throws(StoreError) {}

    /// Writes what is only in memory and closes. Nothing may be called after it.
    package func close() throws(StoreError) {}
}
