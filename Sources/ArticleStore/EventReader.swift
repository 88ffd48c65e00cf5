import Articles
import Foundation
import GRDB
import TextAnalysis
import Timeline

/// Reads events of the timeline with their claims, inside a transaction.
struct EventReader {
    let database: Database
    private let names: EntityNames
    private let sequence: Int64

    init(database: Database, names: EntityNames) throws {
        self.database = database
        self.names = names
        sequence = try ArticleStore.sequence(database)
    }

    /// A part of an event: what one article says.
    private struct Part {
        var article: Int64
        var ordinal: Int
        var revision: Int
        var event: Event
        var spans: [StoredEvent.ClaimSpan]
        var features: ArticleEvent
    }

    /// The events of these rows, in their order; one that is not there is left out.
    func events(_ rows: [Int64]) throws -> [StoredEvent] {
        guard !rows.isEmpty else { return [] }
        let marks = "(" + Array(repeating: "?", count: rows.count).joined(separator: ",") + ")"
        let arguments = StatementArguments(rows)
        let found = try Row.fetchAll(
            database.cachedStatement(sql: Self.eventColumns + marks), arguments: arguments)
        let parts = try parts(marks, arguments)
        let follows = try follows(marks, arguments)
        let contradictions = try contradictions(marks, arguments)
        let labels = try labels(of: parts.values.joined())
        let byRow = try Dictionary(
            found.map { row in
                let number: Int64 = row[0]
                var event = try event(row, parts[number] ?? [], labels)
                event.follows = (follows[number] ?? []).filter { $0 != number }.map(Identifier.event)
                event.contradictions = (contradictions[number] ?? []).map(Identifier.contradiction)
                return (number, event)
            }, uniquingKeysWith: { first, _ in first })
        return rows.compactMap { byRow[$0] }
    }

    private static let eventColumns = """
        SELECT row, title, title_language, title_direction, kind, repeatable, status, confidence, sources, salience,
          date FROM event WHERE row IN
        """ + " "

    private func parts(_ marks: String, _ arguments: StatementArguments) throws -> [Int64: [Part]] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT article_event.event, article_event.article, article_event.ordinal, article.revision,
                      article_event.record, article_event.features
                    FROM article_event LEFT JOIN article INDEXED BY article_revision ON article.row = article_event.article
                    WHERE article_event.event IN \(marks)
                    """), arguments: arguments)
        var parts: [Int64: [Part]] = [:]
        let lookup = EntityLookup(database: database)
        while let row = try rows.next() {
            var (event, spans) = try EventRecord.decode([UInt8](row[4] as Data))
            try event.replaceEntityIDs { local in
                try names.entity(local, sequence: sequence) { try lookup.find(local, article: row[1]) }?.id
                    ?? local
            }
            parts[row[0], default: []].append(
                Part(
                    article: row[1], ordinal: row[2], revision: row[3] ?? 0, event: event, spans: spans,
                    features: try ArticleEventRecord.decode([UInt8](row[5] as Data))))
        }
        return parts.mapValues { $0.sorted { EventSummary.isNarrower($0.features, than: $1.features) } }
    }

    private func event(_ row: Row, _ parts: [Part], _ labels: [String: String]) throws -> StoredEvent {
        guard let language = Language(rawValue: row[2]),
            let direction = TextDirection(rawValue: row[3]),
            let status = Event.Status(rawValue: row[6]), let first = parts.first?.event
        else { throw RecordError() }
        let date: Data? = row[10]
        let participants = Self.participants(of: parts)
        let place = parts.lazy.compactMap(\.event.placeID).first
        let event = Event(
            titleRange: first.titleRange, kind: row[4], isRepeatable: row[5],
            date: try date.map { try DateRecord.decode([UInt8]($0)) }, participants: participants,
            placeID: place, status: status, confidence: row[7], claims: Self.claims(of: parts),
            quantities: parts.flatMap(\.event.quantities))
        let shown = Set(participants.map(\.entityID) + [place].compactMap(\.self))
        return StoredEvent(
            id: Identifier.event(row[0]), title: row[1], titleLanguage: language,
            titleDirection: direction, event: event, claimSpans: parts.flatMap(\.spans),
            claimSources: parts.flatMap(Self.sources), sourceCount: row[8],
            salience: row[9], labels: labels.filter { shown.contains($0.key) }, follows: [])
    }

    private static func participants(of parts: [Part]) -> [Event.Participant] {
        var participants: [Event.Participant] = []
        var seen: Set<String> = []
        for participant in parts.lazy.flatMap(\.event.participants)
        where seen.insert(participant.entityID).inserted {
            participants.append(participant)
        }
        return participants
    }

    /// The claim with the narrowest date states the event; the others say the same, or less exactly.
    private static func claims(of parts: [Part]) -> [Claim] {
        var claims = parts.flatMap(\.event.claims)
        guard let first = claims.first else { return [] }
        for index in claims.indices {
            claims[index].relation =
                index == 0 ? .states : claims[index].date?.edtf == first.date?.edtf ? .agrees : .refines
        }
        return claims
    }

    private static func sources(of part: Part) -> [StoredEvent.ClaimSource] {
        part.event.claims.indices.map { index in
            StoredEvent.ClaimSource(
                id: Identifier.claim(index, ordinal: part.ordinal, article: part.article),
                articleID: Identifier.article(part.article), revision: part.revision)
        }
    }

    private func follows(_ marks: String, _ arguments: StatementArguments) throws -> [Int64: [Int64]] {
        try pairs(
            """
            SELECT DISTINCT later.event, earlier.event FROM article_event AS later
            JOIN event_link ON event_link.later = later.row AND event_link.relation = 'follows'
            JOIN article_event AS earlier ON earlier.row = event_link.earlier
            WHERE later.event IN \(marks) ORDER BY earlier.event
            """, arguments)
    }

    private func contradictions(
        _ marks: String, _ arguments: StatementArguments
    ) throws -> [Int64: [Int64]] {
        try pairs(
            """
            SELECT left_event, row FROM contradiction WHERE left_event IN \(marks)
            UNION SELECT right_event, row FROM contradiction WHERE right_event IN \(marks) ORDER BY 2
            """, arguments + arguments)
    }

    private func pairs(_ sql: String, _ arguments: StatementArguments) throws -> [Int64: [Int64]] {
        var pairs: [Int64: [Int64]] = [:]
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() { pairs[row[0], default: []].append(row[1]) }
        return pairs
    }

    /// Labels of all participants and places, by entity id.
    private func labels(of parts: some Sequence<Part>) throws -> [String: String] {
        var ids: Set<String> = []
        for part in parts {
            ids.formUnion(part.event.participants.map(\.entityID))
            if let place = part.event.placeID { ids.insert(place) }
        }
        let reader = ArticleReader(database: database)
        var labels: [String: String] = [:]
        for id in ids {
            labels[id] = try names.label(id, sequence: sequence) { try reader.label(ofEntity: id) }
        }
        return labels
    }
}
