/// What can be taken out as a whole.
enum ExportKind: String, Sendable, CaseIterable {
    case articles, events, entities, mentions, claims, graph

    /// Of its rows.
    var columns: [String?] {
        switch self {
        case .articles:
            [
                "id", "revision", "external_id", "title", "lang", "dir", "source", "url", "published_at",
                "ingested_at", "content_hash", "mentions", "events", "entities", "tags", "text",
            ]
        case .events:
            [
                "id", "title", "lang", "dir", "kind", "edtf", "lower", "upper", "precision", "qualifier",
                "status", "confidence", "sources", "participants", "participant_ids", "place", "place_id",
                "articles",
            ]
        case .entities:
            [
                "id", "type", "subtype", "label", "lang", "aliases", "wikidata", "iso3166", "lat", "lon",
                "articles", "mentions", "first", "last",
            ]
        case .mentions:
            [
                "id", "article_id", "revision", "entity_id", "type", "form", "start", "end", "text",
                "confidence", "rule",
            ]
        case .claims:
            [
                "id", "event_id", "article_id", "revision", "start", "end", "date_start", "date_end", "date",
                "relation",
            ]
        case .graph:
            ["source", "source_label", "target", "target_label", "count", "pmi", "chi2"]
        }
    }

    /// The forms that it comes in.
    var forms: [MediaType] {
        switch self {
        case .articles, .events, .entities, .mentions: [.ndjson, .csv, .followTheMoney]
        case .claims, .graph: [.ndjson, .csv]
        }
    }
}
