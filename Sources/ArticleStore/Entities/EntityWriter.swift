import Articles
import EntityLinking
import Foundation
import GRDB

/// Keeps who is who in step with the articles of one transaction: what is added and removed is noted at once, and names are put
/// together to entities by `finish`.
///
/// What extraction takes for one (a kind with a folded name, or an item of the gazetteer) is a name. A name is split where its
/// articles mean people that have nothing in common (`Homonyms`); names are linked where they are spelled alike, or articles call
/// one as the other, and what is named beside them agrees (`NameLink`); linked names are one entity (`EntityGrouping`). All of it
/// depends on what is stored, not on the order in which it came. Only names that share consonants or an alias with few are
/// compared, and the `Neighbourhood.sampleCount` articles of least rank stand for all of a name, so that an article costs no more
/// when there are many.
final class EntityWriter {
    /// Consonants or aliases of more names than this link none of them.
    static let bucketLimit = 24

    let database: Database
    let decisions: any EntityDecisionSource
    var cache: EntityCache

    /// Articles that came, with the mentions of each name.
    var added: [Int64: [(name: Int64, mentions: Int)]] = [:]
    /// How many articles each name had that changed.
    var before: [Int64: Int] = [:]
    /// The ranks of the articles that each name got and lost.
    var ranks: [Int64: [Int64]] = [:]
    /// Names that there were not before.
    var created: Set<Int64> = []
    var namings: [NamingKey: NamingChange] = [:]
    /// Names whose labels or aliases changed.
    var renamed: Set<Int64> = []
    /// Folded labels and aliases that names got or lost, with how often.
    var changedTexts: [String: Int] = [:]
    /// Names that no article has any more.
    var gone: Set<Int64> = []
    /// Names that must look anew for those that they are like.
    var refreshed: Set<Int64> = []
    /// Names whose links must be looked at again.
    var doubtful: Set<Int64> = []
    /// Names whose parts must be looked at again.
    var unsettled: Set<Int64> = []
    /// Names that must be put together anew.
    var regrouped: Set<Int64> = []
    /// Names whose entities may have another label now.
    var relabelled: Set<Int64> = []
    /// Articles that were there and whose entities may be others now.
    var affected: Set<Int64> = []
    /// What entities gained and lost.
    var counts: [Int64: (articles: Int, mentions: Int)] = [:]
    /// The entities of articles that came.
    var entitiesOfAdded: [Int64: [Int64]] = [:]
    /// Entities that must be written anew.
    var changed: Set<Int64> = []
    /// Those of them that were not there before.
    var insertedEntities: Set<Int64> = []
    /// Those of them that are not in the database yet, with the one name that each has.
    var unwrittenEntities: [Int64: NameIdentity] = [:]
    /// Of those that were written as entities of new names alone, all their names.
    var namesOfInserted: [Int64: [String]] = [:]
    /// The greatest row of an entity, once it was asked for.
    var lastEntity: Int64?
    /// What was read of names' texts, and of which names have a text; as long as none gets or loses any.
    var knownAliases: [Int64: [AliasRow]] = [:]
    var knownCalled: [String: [Called]] = [:]
    /// While links are settled, what was read of articles that stand for a name.
    var samples: [NameNode: NeighbourSample]?

    struct NamingKey: Hashable {
        var name: Int64
        var digest: Int64
    }

    struct NamingChange {
        var count = 0
        /// What to write when it is new.
        var record: [UInt8] = []
    }

    init(database: Database, cache: EntityCache, decisions: any EntityDecisionSource = NoEntityDecisions()) {
        self.database = database
        self.cache = cache
        self.decisions = decisions
    }

    /// Adds what an article says. It must not be there.
    func add(_ entities: [PreparedEntity], article: Int64, rank: Int64) throws {
        guard !entities.isEmpty else { return }
        let insertion = try database.direct(
            "INSERT INTO article_name (article, name, rank, part, mentions, digest) VALUES (?, ?, ?, 0, ?, ?)"
        )
        var names: [(name: Int64, mentions: Int)] = []
        for entity in entities {
            let name = try row(of: entity)
            try insertion.run(article, name, rank, entity.mentions, entity.digest)
            noteChange(of: name, by: 1, rank: rank)
            let key = NamingKey(name: name, digest: entity.digest)
            namings[key, default: NamingChange()].count += 1
            if namings[key]?.record.isEmpty ?? true { namings[key]?.record = entity.record }
            names.append((name, entity.mentions))
        }
        added[article] = names
        cache.namesOfArticles[article] = names.map(\.name)
    }

    /// Takes out what an article says.
    func remove(article: Int64) throws {
        added[article] = nil
        cache.namesOfArticles[article] = nil
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT name, rank, digest FROM article_name WHERE article = ?"),
            arguments: [article])
        for row in rows {
            let name: Int64 = row[0]
            _ = try state(name)
            noteChange(of: name, by: -1, rank: row[1])
            namings[NamingKey(name: name, digest: row[2]), default: NamingChange()].count -= 1
        }
        try database.execute(sql: "DELETE FROM article_name WHERE article = ?", arguments: [article])
        let entities = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT entity, mentions FROM article_entity WHERE article = ?"),
            arguments: [article])
        for row in entities { count(row[0], articles: -1, mentions: -(row[1] as Int)) }
        try database.execute(sql: "DELETE FROM article_entity WHERE article = ?", arguments: [article])
    }

    /// Names, by extraction's ids, that decisions that came or went mark.
    func reconsider(_ locals: Set<String>) throws {
        for local in locals.sorted() {
            guard let state = try state(local: local) else { continue }
            unsettled.insert(state.row)
            regrouped.insert(state.row)
        }
    }

    private func noteChange(of name: Int64, by difference: Int, rank: Int64) {
        let articles = cache.names[name]?.articles ?? 0
        if before[name] == nil { before[name] = articles }
        cache.change(name) { $0.articles += difference }
        ranks[name, default: []].append(rank)
    }

    func count(_ entity: Int64, articles: Int, mentions: Int) {
        var count = counts[entity] ?? (0, 0)
        count.articles += articles
        count.mentions += mentions
        counts[entity] = count
    }

    /// Puts names together and writes all that changed.
    func finish() throws -> EntityChanges {
        guard !before.isEmpty || !regrouped.isEmpty || !changed.isEmpty || !gone.isEmpty else {
            return EntityChanges()
        }
        try writeNamings()
        try writeCounts()
        try writeBlocks()
        try refreshPairs()
        try dropGoneNames()
        try settleParts()
        try settleLinks()
        try regroup()
        try writeArticleEntities()
        try writeEntities()
        return EntityChanges(entitiesOfAdded: entitiesOfAdded, affected: affected)
    }
}

/// What became of entities in a transaction.
struct EntityChanges: Sendable {
    /// The entities' rows of each article that came.
    var entitiesOfAdded: [Int64: [Int64]] = [:]
    /// Articles that were there before and have other entities now.
    var affected: Set<Int64> = []
}
