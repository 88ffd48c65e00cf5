import Articles
import Foundation
import GRDB

/// Puts other annotations in the place of those of a stored article.
extension ArticleWriter {
    enum Reannotated: Sendable, Hashable {
        case changed(sequence: Int64)
        case unchanged
        /// It is not there any more.
        case gone

        var sequence: Int64? {
            if case .changed(let sequence) = self { sequence } else { nil }
        }
    }

    /// `prepared` has the stored article's own text.
    func reannotate(
        _ prepared: PreparedArticle, row: Int64, version: Int64, at now: Int64
    ) throws -> Reannotated {
        let known = try [UInt8].fetchOne(
            database.direct("SELECT annotations FROM article WHERE row = ? AND content_hash = ?"), row,
            prepared.contentHash)
        guard let known else { return .gone }
        try noteAnnotator(version, of: row)
        let record = prepared.annotationRecord
        if [UInt8](known) == record, try hasSameEntities(prepared, row: row),
            try hasSameEvents(prepared, row: row)
        {
            return .unchanged
        }
        let sequence = try recordChange("put", row, at: now)
        try database.direct("UPDATE article SET annotations = ?, sequence = ? WHERE row = ?").run(
            record, sequence, row)
        try entities.remove(article: row)
        try entities.add(prepared.entities, article: row, rank: prepared.rank)
        try units.remove(article: row)
        units.wait(prepared.units, of: prepared.annotations.entities.map(\.id), article: row)
        try replaceEvents(of: prepared, row: row)
        return .changed(sequence: sequence)
    }

    /// Notes which annotator read an article.
    func noteAnnotator(_ version: Int64, of row: Int64) throws {
        try database.direct("INSERT OR REPLACE INTO article_annotator (article, version) VALUES (?, ?)").run(
            row, version)
    }

    private func hasSameEntities(_ prepared: PreparedArticle, row: Int64) throws -> Bool {
        let known = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT name.local, article_name.digest FROM article_name JOIN name ON name.row = article_name.name
                    WHERE article_name.article = ?
                    """), arguments: [row])
        return Dictionary(known.map { ($0[0] as String, $0[1] as Int64) }) { first, _ in first }
            == Dictionary(prepared.entities.map { ($0.entity.id, $0.digest) }) { first, _ in first }
    }

    private func hasSameEvents(_ prepared: PreparedArticle, row: Int64) throws -> Bool {
        let known = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT record, features FROM article_event WHERE article = ? ORDER BY ordinal"),
            arguments: [row])
        return known.map { [UInt8]($0[0] as Data) } == prepared.records
            && known.map { [UInt8]($0[1] as Data) } == prepared.events.map(ArticleEventRecord.encode)
    }

    func replaceEvents(of prepared: PreparedArticle, row: Int64) throws {
        let old = EventAnchor.all(of: try ArticleReader(database: database).events(ofArticle: row))
        let events = prepared.annotations.events
        let ordinals = EventAnchor.ordinals(of: Set(old), in: events)
        var heirs: [Int: Int] = [:]
        for (ordinal, anchor) in old.enumerated() { heirs[ordinal] = ordinals[anchor] }
        if timeline.isCurated { try placeMembers(of: prepared) }
        try timeline.replace(
            with: prepared.events, records: prepared.records, follows: events.map(\.follows), article: row,
            heirs: heirs)
    }
}
