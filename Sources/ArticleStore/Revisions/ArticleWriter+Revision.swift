import Articles
import GRDB
import TextAnalysis

/// Puts a new revision of an article in the place of the one before, which is kept.
extension ArticleWriter {
    enum Revised: Sendable, Hashable {
        case written(sequence: Int64)
        /// The article is like that already.
        case unchanged
        /// It is at another revision than the one that was seen.
        case outdated
        case gone
        /// Another article has the same content, or the external id.
        case taken(row: Int64, isExternalID: Bool)
    }

    /// `seen`: the revision that is replaced; any when `nil`. `now` is in seconds since 1970.
    func revise(_ prepared: PreparedArticle, row: Int64, seen: Int?, at now: Int64) throws -> Revised {
        let found = try database.direct("SELECT revision, content_hash, record FROM article WHERE row = ?")
            .first(row) { ($0[0] as Int64, $0[1] as String, $0[2] as [UInt8]) }
        guard let (revision, hash, record) = found else { return .gone }
        guard seen == nil || seen == Int(exactly: revision) else { return .outdated }
        if hash == prepared.contentHash, record == prepared.articleRecord { return .unchanged }
        if let other = try holder(of: prepared, otherThan: row) { return other }
        try keep(row, revision, nextHash: prepared.contentHash, at: now)
        let sequence = try recordChange("put", row, at: now)
        try update(row, prepared, sequence)
        try entities.remove(article: row)
        try entities.add(prepared.entities, article: row, rank: prepared.rank)
        try units.remove(article: row)
        units.wait(prepared.units, of: prepared.annotations.entities.map(\.id), article: row)
        try replaceEvents(of: prepared, row: row)
        let clusters = ClusterWriter(database: database)
        try clusters.remove(article: row)
        try clusters.add(prepared.sketch, article: row)
        return .written(sequence: sequence)
    }

    private func holder(of prepared: PreparedArticle, otherThan row: Int64) throws -> Revised? {
        let metadata = prepared.article.metadata
        let same = try Int64.fetchOne(
            database.direct(
                "SELECT row FROM article WHERE content_hash = ? AND given_title = ? AND row <> ?"),
            prepared.contentHash, metadata.title ?? "", row)
        if let same { return .taken(row: same, isExternalID: false) }
        guard let externalID = metadata.externalID else { return nil }
        let other = try Int64.fetchOne(
            database.direct("SELECT row FROM article WHERE external_id = ? AND row <> ?"), externalID, row)
        return other.map { .taken(row: $0, isExternalID: true) }
    }

    private func keep(_ row: Int64, _ revision: Int64, nextHash: String, at now: Int64) throws {
        try database.direct(
            """
            INSERT INTO article_past (article, revision, written_at, replaced_at, content_hash, record, annotations, text)
            SELECT row, revision, COALESCE((SELECT replaced_at FROM article_past WHERE article = article.row
                ORDER BY revision DESC LIMIT 1), ingested_at), ?, content_hash, record, annotations,
              CASE WHEN content_hash = ? THEN NULL ELSE (SELECT text FROM article_text WHERE article = row) END
            FROM article WHERE row = ?
            """
        ).run(now, nextHash, row)
        try database.direct(
            """
            INSERT INTO article_past_event (article, revision, ordinal, record)
            SELECT article, ?, ordinal, record FROM article_event WHERE article = ?
            """
        ).run(revision, row)
    }

    private func update(_ row: Int64, _ prepared: PreparedArticle, _ sequence: Int64) throws {
        let article = prepared.article
        try database.direct(
            """
            UPDATE article SET revision = revision + 1, sequence = ?, content_hash = ?, given_title = ?,
              external_id = ?, title = ?, source = ?, language = ?, published_at = ?, record = ?, annotations = ?
            WHERE row = ?
            """
        ).run(
            sequence, prepared.contentHash, article.metadata.title ?? "", article.metadata.externalID,
            article.title ?? "", article.sourceName, article.language.rawValue, article.metadata.publishedAt,
            prepared.articleRecord, prepared.annotationRecord, row)
        try database.direct("UPDATE article_text SET text = ? WHERE article = ?").run(article.text, row)
    }
}
