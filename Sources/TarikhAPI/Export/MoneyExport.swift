import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// Entities of FollowTheMoney (https://followthemoney.tech/explorer/), one a line. What its model has no schema for is left out.
struct MoneyExport: ExportFormat {
    let media = MediaType.followTheMoney
    let opening: [UInt8] = []

    func write(_ item: ExportItem) -> [UInt8] {
        switch item {
        case .article(let document): Self.article(document)
        case .event(let event, let parties): Self.event(event, parties)
        case .entity(let entity): Self.entity(entity)
        case .mention(let mention): Self.mention(mention)
        case .claim, .node, .edge: []
        }
    }

    /// Its readers take every line for an entity.
    func closing(count: Int, sequence: Int64) -> [UInt8] { [] }

    private static func article(_ document: ArticleDocument) -> [UInt8] {
        let article = document.article
        let metadata = article.metadata
        return line(
            document.id ?? "", "Article",
            [
                ("name", [article.title ?? document.id]), ("title", [article.title]),
                ("publisher", [article.sourceName]),
                ("sourceUrl", [metadata.url]), ("publishedAt", [metadata.publishedAt.map(Timestamp.string)]),
                ("language", [article.language.threeLetters]), ("keywords", metadata.tags),
                ("bodyText", [article.string(0..<article.text.count)]),
            ])
    }

    private static func event(_ stored: StoredEvent, _ parties: Set<String>) -> [UInt8] {
        let event = stored.event
        let parties = event.participants.map(\.entityID).filter(parties.contains)
        return line(
            stored.id, "Event",
            [
                ("name", [stored.title]), ("startDate", [event.date?.lower.flatMap(day)]),
                ("endDate", [event.date?.upper.flatMap(day)]),
                ("location", [event.placeID.flatMap { stored.labels[$0] }]), ("involved", parties),
                ("proof", stored.articleIDs),
            ])
    }

    /// Its dates have four digits of the year and no sign.
    private static func day(_ day: CivilDate) -> String? {
        (1...9999).contains(day.components.year) ? Timestamp.date(day) : nil
    }

    private static func entity(_ stored: StoredEntity) -> [UInt8] {
        let entity = stored.entity
        let schema: String
        var properties: [(StaticString, [String?])] = [
            ("alias", entity.aliases.map(\.text)), ("wikidataId", [entity.wikidata]),
        ]
        switch entity.kind {
        case .person: schema = "Person"
        case .organisation: schema = "Organization"
        case .event: schema = "Event"
        case .place:
            schema = "Address"
            properties.append(("full", [entity.label]))
            properties.append(("latitude", [entity.latitude.map(PlainText.decimal)]))
            properties.append(("longitude", [entity.longitude.map(PlainText.decimal)]))
        case .product: return []
        }
        properties.append(("country", [entity.iso3166?.lowercased()]))
        return line(entity.id, schema, [("name", [entity.label])] + properties)
    }

    private static func mention(_ stored: StoredMention) -> [UInt8] {
        let mention = stored.mention
        let schema: String
        switch mention.kind {
        case .person: schema = "Person"
        case .organisation: schema = "Organization"
        case .place, .product, .event: return []
        }
        return line(
            stored.id, "Mention",
            [
                ("document", [stored.articleID]), ("resolved", [mention.entityID]), ("name", [stored.text]),
                ("detectedSchema", [schema]),
            ])
    }

    private static func line(
        _ id: String, _ schema: String, _ properties: [(StaticString, [String?])]
    ) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 512)
        writer.object { writer in
            writer.member("id", id)
            writer.member("schema", schema)
            writer.objectMember("properties") { writer in
                for (name, values) in properties {
                    let known = values.compactMap(\.self).filter { !$0.isEmpty }
                    if !known.isEmpty { writer.member(name, known) }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }
}

extension Language {
    /// ISO 639-3, which FollowTheMoney has languages in.
    fileprivate var threeLetters: String? {
        switch code {
        case "ar": "ara"
        case "en": "eng"
        case "fa": "fas"
        default: nil
        }
    }
}
