import Articles
import Foundation
import GRDB
import TextAnalysis

/// Writes one article with what was read from it, inside a transaction; `finish` ends it.
struct ArticleWriter {
    let database: Database
    let entities: EntityWriter
    let curated: CuratedEntities
    let timeline: TimelineWriter
    let names: NameWriter
    let units: UnitWriter

    /// Starts from what the last transaction left in `cache`.
    init(database: Database, cache: WriterCache) throws {
        self.database = database
        curated = CuratedEntities(database: database)
        entities = EntityWriter(database: database, cache: cache.entities, decisions: curated)
        let isCurated = try Bool.fetchOne(
            database.direct("SELECT EXISTS (SELECT 1 FROM standing_curation WHERE subject = 'event')"))
        timeline = TimelineWriter(
            database: database, features: cache.articleEvents, isCurated: isCurated ?? false)
        names = NameWriter(database: database)
        units = UnitWriter(database: database)
    }

    /// Writes what waits for the end of the transaction; what was learnt in it comes back.
    func finish() throws -> WriterCache {
        let changes = try entities.finish()
        let events = try timeline.finish(affected: changes.affected) {
            try entities.entity(local: $0, article: $1)
        }
        var learnt = WriterCache(entities: entities.cache, articleEvents: events)
        learnt.entitiesOfAdded = changes.entitiesOfAdded
        learnt.affected = try changes.affected.sorted().map { row in
            Written(row: row, sequence: try noteChange(of: row))
        }
        for entity in entities.changed {
            names.noteChange(
                of: entity, isNew: entities.insertedEntities.contains(entity),
                names: entities.namesOfInserted[entity])
        }
        try names.finish()
        try writeUnits(affected: changes.affected)
        learnt.trim()
        return learnt
    }

    /// An article that was there has other entities now: to the index it is a new one.
    private func noteChange(of row: Int64) throws -> Int64 {
        let sequence = try recordChange("put", row, at: ArticleStore.currentSeconds)
        try database.direct("UPDATE article SET sequence = ? WHERE row = ?").run(sequence, row)
        return sequence
    }

    /// What the index needs to know of the article written.
    struct Written {
        var row: Int64
        var sequence: Int64
        var id: String { Identifier.article(row) }
    }

    /// Writes an article that is known not to be there yet. `now` is in seconds since 1970.
    func write(_ prepared: PreparedArticle, at now: Int64) throws -> Written {
        let article = prepared.article
        // Writing it with the row saves writing the row twice.
        let expected =
            try Int64.fetchOne(database.direct("SELECT seq + 1 FROM sqlite_sequence WHERE name = 'change'"))
            ?? 1
        try database.direct(
            """
            INSERT INTO article (revision, sequence, content_hash, given_title, external_id, title, source,
              language, published_at, ingested_at, record, annotations)
            VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            expected,
            prepared.contentHash, article.metadata.title ?? "", article.metadata.externalID,
            article.title ?? "",
            article.sourceName, article.language.rawValue, article.metadata.publishedAt, now,
            prepared.articleRecord, prepared.annotationRecord)
        let row = database.lastInsertedRowID
        let sequence = try recordChange("put", row, at: now)
        if sequence != expected {
            try database.direct("UPDATE article SET sequence = ? WHERE row = ?").run(sequence, row)
        }
        try database.direct("INSERT INTO article_text (article, text) VALUES (?, ?)").run(row, article.text)
        try entities.add(prepared.entities, article: row, rank: prepared.rank)
        units.wait(prepared.units, of: prepared.annotations.entities.map(\.id), article: row)
        try writeEvents(of: prepared, row: row)
        try ClusterWriter(database: database).add(prepared.sketch, article: row)
        return Written(row: row, sequence: sequence)
    }

    /// Notes a change; returns its sequence number.
    func recordChange(_ operation: String, _ row: Int64, at now: Int64) throws -> Int64 {
        try database.direct(
            """
            INSERT INTO change (operation, article, at, revision)
            VALUES (?, ?, ?, (SELECT revision FROM article WHERE row = ?))
            """
        ).run(operation, row, now, row)
        return database.lastInsertedRowID
    }
}
