import Articles
import Foundation
import GRDB
import TextAnalysis

extension ArticleWriter {
    func writeEvents(of article: Article, _ annotations: Annotations, row: Int64) throws {
        guard !annotations.events.isEmpty else { return }
        let offsets = OffsetMap(article.text)
        for (ordinal, event) in annotations.events.enumerated() {
            try write(event, ordinal: ordinal, of: article, row: row, offsets: offsets)
        }
    }

    private func write(
        _ event: Event, ordinal: Int, of article: Article, row: Int64, offsets: OffsetMap
    ) throws {
        let days = event.date.days
        let spans = event.claims.map { claim in
            StoredEvent.ClaimSpan(
                claim: offsets.codePoints(claim.range), date: offsets.codePoints(claim.dateRange))
        }
        let block = event.claims.first.flatMap { article.blocks.indices.contains($0.block) ? $0.block : nil }
        try database.cachedStatement(
            sql: """
                INSERT INTO event (article, ordinal, lower, upper, edtf, precision, title, title_language,
                  title_direction, record)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            row, ordinal, days.lowerBound, days.upperBound, event.date.edtf, event.date.precision.rawValue,
            article.string(event.titleRange),
            (block.map { article.blocks[$0].language } ?? article.language).rawValue,
            (block.map { article.blocks[$0].direction } ?? article.direction).rawValue,
            Data(EventRecord.encode(event, spans: spans)),
        ])
        try link(event, row: database.lastInsertedRowID, days: days)
    }

    private func link(_ event: Event, row: Int64, days: ClosedRange<Int32>) throws {
        let ids = Set(event.participants.map(\.entityID) + [event.placeID].compactMap(\.self))
        for entity in ids.compactMap({ cache.rows[$0] }).sorted() {
            try database.cachedStatement(sql: "INSERT INTO event_entity (entity, event) VALUES (?, ?)")
                .execute(arguments: [entity, row])
            try database.cachedStatement(
                sql: """
                    UPDATE entity SET first_day = ?2, first_date = ?3
                    WHERE row = ?1 AND (first_day IS NULL OR first_day > ?2)
                    """
            ).execute(arguments: [entity, days.lowerBound, event.date.edtf])
            try database.cachedStatement(
                sql: """
                    UPDATE entity SET last_day = ?2, last_date = ?3
                    WHERE row = ?1 AND (last_day IS NULL OR last_day < ?2)
                    """
            ).execute(arguments: [entity, days.upperBound, event.date.edtf])
        }
    }
}
