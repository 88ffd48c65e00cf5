import Articles
import Foundation
import GRDB
import Timeline

/// Reads contradictions with their sides, inside a transaction.
struct ContradictionReader {
    let database: Database

    /// A claim's event with its article.
    private struct Part {
        var article: Int64
        var ordinal: Int
        var features: ArticleEvent
    }

    /// Of a whole row of the table `contradiction`.
    func contradiction(_ row: Row) throws -> StoredContradiction {
        guard let relation = StoredContradiction.Relation(rawValue: row["relation"]),
            let status = StoredContradiction.Status(rawValue: row["status"])
        else { throw RecordError() }
        let left: Int64 = row["left_event"]
        let right: Int64 = row["right_event"]
        let sides: [(event: Int64, side: StoredContradiction.Side)]
        switch relation {
        case .conflict: sides = try [left, right].map { ($0, try dateSide(of: $0)) }.sorted(by: isEarlier)
        case .valueConflict:
            sides = try valueSides(of: left, measure: row["measure"], unit: row["unit"]).map { (left, $0) }
        }
        let better = StoredContradiction.better(of: sides.map(\.side)) ?? 0
        return StoredContradiction(
            id: Identifier.contradiction(row["row"]), relation: relation,
            field: relation == .conflict ? "date" : row["measure"],
            eventID: Identifier.event(sides.indices.contains(better) ? sides[better].event : left),
            score: row["score"], status: status, sides: sides.map(\.side), note: row["note"],
            revision: row["revision"])
    }

    private func isEarlier(
        _ one: (event: Int64, side: StoredContradiction.Side),
        _ other: (event: Int64, side: StoredContradiction.Side)
    ) -> Bool {
        (one.side.value, one.event) < (other.side.value, other.event)
    }

    private func parts(of event: Int64) throws -> [Part] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT article, ordinal, features FROM article_event WHERE event = ? ORDER BY row"),
            arguments: [event]
        ).map { row in
            Part(
                article: row[0], ordinal: row[1],
                features: try ArticleEventRecord.decode([UInt8](row[2] as Data)))
        }
    }

    private func dateSide(of event: Int64) throws -> StoredContradiction.Side {
        let parts = try parts(of: event)
        let narrowest = parts.map(\.features).min(by: EventSummary.isNarrower)
        return side(
            narrowest?.date?.edtf ?? "", parts, width: narrowest.map { $0.days.width } ?? 0)
    }

    private func valueSides(
        of event: Int64, measure: String, unit: String
    ) throws -> [StoredContradiction.Side] {
        let parts = try parts(of: event)
        let conflicts = ValueConflict.all(in: parts.map(\.features), articles: parts.map(\.article))
        guard let conflict = conflicts.first(where: { $0.measure == measure && $0.unit == unit }) else {
            return []
        }
        return conflict.sides.map { found in
            let value =
                found.lower == found.upper
                ? Self.text(found.lower) : Self.text(found.lower) + "/" + Self.text(found.upper)
            return side(value, found.events.map { parts[$0] }, width: 0)
        }
    }

    private func side(_ value: String, _ parts: [Part], width: Int) -> StoredContradiction.Side {
        StoredContradiction.Side(
            value: value,
            claims: parts.flatMap { part in
                (0..<part.features.claimCount).map {
                    Identifier.claim($0, ordinal: part.ordinal, article: part.article)
                }
            },
            sources: Set(
                parts.map { $0.features.isNamed ? $0.features.voice : Identifier.article($0.article) }
            ).sorted(),
            independentSources: Voices.count(of: parts.map(\.features)),
            confidence: parts.map(\.features.confidence).max() ?? 0, width: width)
    }

    /// Without a fraction that is not there.
    private static func text(_ value: Double) -> String {
        Int64(exactly: value).map { String($0) } ?? String(value)
    }
}
