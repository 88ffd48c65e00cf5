import Articles
import Foundation
import GRDB

/// A point on the earth, WGS 84.
package struct Coordinates: Sendable, Hashable {
    /// Degrees, -90…90.
    package var latitude: Double
    /// Degrees, -180…180.
    package var longitude: Double

    /// `nil` when there is no such point.
    package init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }
}

extension ArticleStore {
    /// Where an excerpt stands.
    package struct Passage: Sendable, Hashable {
        package var articleID: String
        /// UTF-8 bytes of the article's text.
        package var range: Range<Int>

        package init(articleID: String, range: Range<Int>) {
            self.articleID = articleID
            self.range = range
        }
    }

    /// Bytes of the longest excerpt.
    private static let maximumExcerpt = 2000

    /// The words of passages without the debris in them, one for each, cut with `…` when there is more; `nil` where the article is
    /// no longer there.
    package func excerpts(of passages: [Passage]) throws(StoreError) -> [String?] {
        try reading { database in
            let reader = ArticleReader(database: database)
            var excerpts = [String?](repeating: nil, count: passages.count)
            // Each text is read once, and only one is in memory.
            let places = Dictionary(grouping: passages.indices) { passages[$0].articleID }
            for (id, indices) in places {
                guard let row = Identifier.articleRow(id), let stored = try reader.article(row) else {
                    continue
                }
                for index in indices {
                    excerpts[index] = Self.excerpt(of: stored.article, passages[index].range)
                }
            }
            return excerpts
        }
    }

    private static func excerpt(of article: Article, _ range: Range<Int>) -> String {
        let clean = article.cleanText(range)
        guard clean.count > maximumExcerpt else { return String(decoding: clean, as: UTF8.self) }
        var end = maximumExcerpt
        while end > 0, clean[end] & 0xc0 == 0x80 { end -= 1 }
        return String(decoding: clean[..<end], as: UTF8.self) + "…"
    }

    /// When articles were taken in, by id: seconds since 1970-01-01T00:00:00Z.
    package func ingestionTimes(of articleIDs: Set<String>) throws(StoreError) -> [String: Int64] {
        try reading { database in
            let statement = try database.cachedStatement(sql: "SELECT ingested_at FROM article WHERE row = ?")
            var times: [String: Int64] = [:]
            for id in articleIDs {
                guard let row = Identifier.articleRow(id) else { continue }
                times[id] = try Int64.fetchOne(statement, arguments: [row])
            }
            return times
        }
    }

    /// Where places are, by entity id, as far as it is known.
    package func coordinates(of entityIDs: Set<String>) throws(StoreError) -> [String: Coordinates] {
        try reading { database in
            let statement = try database.cachedStatement(sql: "SELECT record FROM entity WHERE id = ?")
            var places: [String: Coordinates] = [:]
            for id in entityIDs {
                guard let record = try Data.fetchOne(statement, arguments: [id]) else { continue }
                let entity = try EntityRecord.decode([UInt8](record), id: id, kind: .place).entity
                guard let latitude = entity.latitude, let longitude = entity.longitude else { continue }
                places[id] = Coordinates(latitude: latitude, longitude: longitude)
            }
            return places
        }
    }
}
