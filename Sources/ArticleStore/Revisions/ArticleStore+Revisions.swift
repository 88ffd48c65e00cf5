package import Articles
import Foundation
import GRDB
import SearchIndex
import Synchronization

extension ArticleStore {
    /// Puts an article in the place of the one with an id, which keeps its id and gets a new revision; the one before stays readable
    /// by its number. When it returns, the new one is durable and searchable.
    ///
    /// - Parameters:
    ///   - seen: the revision that is to be replaced; whichever there is when `nil`.
    ///   - annotator: the version of who read it.
    package func revise(
        _ id: String, with article: Article, _ annotations: Annotations, seen: Int?, annotator: Int64 = 0
    ) throws(StoreError) -> RevisionOutcome {
        guard isWritable else { throw .readOnly }
        guard let row = Identifier.articleRow(id) else { return .unknown }
        let prepared = PreparedArticle(article, annotations)
        return try writing.withLock { (cache) throws(StoreError) in
            let revised = try transaction(&cache) { writer in
                let revised = try writer.revise(prepared, row: row, seen: seen, at: Self.currentSeconds)
                if case .written = revised { try writer.noteAnnotator(annotator, of: row) }
                return revised
            }
            switch revised {
            case .written(let sequence):
                try index(prepared, row: row, sequence: sequence, &cache)
                return .written
            case .unchanged: return .unchanged
            case .outdated: return .outdated
            case .gone: return try isDeleted(row) ? .deleted : .unknown
            case .taken(let other, let isExternalID):
                let other = Identifier.article(other)
                return isExternalID ? .externalIDTaken(id: other) : .duplicate(id: other)
            }
        }
    }

    private func index(
        _ prepared: PreparedArticle, row: Int64, sequence: Int64, _ cache: inout WriterCache
    ) throws(StoreError) {
        let document = IndexFeed.document(
            row: row, article: prepared.article, entities: cache.entitiesOfAdded[row] ?? [],
            kinds: Set(prepared.annotations.entities.map(\.kind)),
            intervals: prepared.annotations.events.compactMap(\.date?.days))
        do {
            try applyToIndex([document], sequence: sequence, &cache)
        } catch {
            throw StoreError(error)
        }
    }

    private func isDeleted(_ row: Int64) throws(StoreError) -> Bool {
        try reading { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM tombstone WHERE article = ?)", arguments: [row])
                ?? false
        }
    }

    /// The states that an article has had, the first one first.
    package func revisions(_ id: String) throws(StoreError) -> Lookup<[Revision]> {
        try look(up: id) { try ArticleReader(database: $0).revisions(ofArticle: $1) }
    }

    /// An article as it was at one of its revisions, with what was read from it then; its claims and mentions keep the ids that they
    /// had. `found(nil)` when it has had no such revision.
    package func article(_ id: String, revision: Int) throws(StoreError) -> Lookup<StoredArticle?> {
        try look(up: id) { database, row -> StoredArticle?? in
            let reader = ArticleReader(database: database)
            guard let current = try reader.annotatedArticle(row) else { return nil }
            return .some(
                current.revision == revision
                    ? current : try reader.pastArticle(row, revision: revision, of: current))
        }
    }
}

extension ArticleReader {
    func revisions(ofArticle row: Int64) throws -> [Revision]? {
        let current = try Row.fetchOne(
            database, sql: "SELECT revision, ingested_at, content_hash FROM article WHERE row = ?",
            arguments: [row])
        guard let current else { return nil }
        var revisions = try Row.fetchAll(
            database,
            sql: """
                SELECT revision, written_at, replaced_at, content_hash FROM article_past WHERE article = ?
                ORDER BY revision
                """, arguments: [row]
        ).map { Revision(number: $0[0], writtenAt: $0[1], replacedAt: $0[2], contentHash: $0[3]) }
        revisions.append(
            Revision(
                number: current[0], writtenAt: revisions.last?.replacedAt ?? current[1], replacedAt: nil,
                contentHash: current[2]))
        return revisions
    }

    /// `nil` when there was no such revision.
    func pastArticle(_ row: Int64, revision: Int, of current: StoredArticle) throws -> StoredArticle? {
        let found = try Row.fetchOne(
            database,
            sql:
                "SELECT content_hash, record, annotations FROM article_past WHERE article = ? AND revision = ?",
            arguments: [row, revision])
        guard let found else { return nil }
        // A text is kept once, with the last revision that has it.
        let text =
            try Data.fetchOne(
                database,
                sql: """
                    SELECT text FROM article_past WHERE article = ? AND revision >= ? AND text IS NOT NULL
                    ORDER BY revision LIMIT 1
                    """, arguments: [row, revision]
            ).map { [UInt8]($0) } ?? current.article.text
        return StoredArticle(
            id: current.id, revision: revision,
            article: try ArticleRecord.decode([UInt8](found[1] as Data), text: text),
            annotations: try pastAnnotations([UInt8](found[2] as Data), row, revision),
            ingestedAt: current.ingestedAt, contentHash: found[0], sequence: current.sequence)
    }

    private func pastAnnotations(_ bytes: [UInt8], _ row: Int64, _ revision: Int) throws -> Annotations {
        let record = try AnnotationRecord.decode(bytes)
        let events = try Data.fetchAll(
            database,
            sql: "SELECT record FROM article_past_event WHERE article = ? AND revision = ? ORDER BY ordinal",
            arguments: [row, revision])
        var annotations = Annotations(
            expressions: record.expressions, mentions: record.mentions,
            events: try events.map { try EventRecord.decode([UInt8]($0)).event })
        var ids: [String: String] = [:]
        for local in record.entityIDs {
            guard let found = try entityNow(local, article: row) else { continue }
            if !ids.values.contains(found.id) { annotations.entities.append(found) }
            ids[local] = found.id
        }
        annotations.replaceEntityIDs { ids[$0] ?? $0 }
        return annotations
    }

    /// The entity that a name of a past revision means: as the article means it now, or else as all articles do.
    private func entityNow(_ local: String, article: Int64) throws -> Entity? {
        let lookup = EntityLookup(database: database)
        if let found = try lookup.find(local, article: article).found {
            return try entity(row: found.row)?.entity
        }
        let row = try Int64.fetchOne(
            database,
            sql: """
                SELECT entity_name.entity FROM name JOIN entity_name ON entity_name.name = name.row
                WHERE name.local = ? ORDER BY entity_name.part LIMIT 1
                """, arguments: [local])
        return try row.flatMap { try entity(row: $0)?.entity }
    }
}
