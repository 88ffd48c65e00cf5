import ArticleStore
import Articles
import TextAnalysis

/// Comma-separated values by the rules of `CSVFormat`. Nothing says where they end: a copy that is cut off is one of a broken answer.
struct TableExport: ExportFormat {
    let kind: ExportKind
    /// Whether a byte order mark comes first.
    let byteOrderMark: Bool
    let media = MediaType.csv

    var opening: [UInt8] {
        var text = byteOrderMark ? "\u{feff}" : ""
        CSVFormat.append(kind.columns, to: &text)
        return Array(text.utf8)
    }

    func write(_ item: ExportItem) -> [UInt8] {
        guard let cells = Self.cells(of: item) else { return [] }
        var text = ""
        CSVFormat.append(cells, to: &text)
        return Array(text.utf8)
    }

    func closing(count: Int, sequence: Int64) -> [UInt8] { [] }

    private static func cells(of item: ExportItem) -> [String?]? {
        switch item {
        case .article(let document): cells(of: document)
        case .event(let event, _): cells(of: event)
        case .entity(let entity): cells(of: entity)
        case .mention(let mention): cells(of: mention)
        case .claim(let index, let event): cells(ofClaim: index, event)
        case .node: nil
        case .edge(let edge, let labels):
            [
                edge.source, labels.source, edge.target, labels.target, String(edge.association.both),
                PlainText.decimal(AssociationJSON.rounded(edge.association.mutualInformation)),
                PlainText.decimal(AssociationJSON.rounded(edge.association.chiSquare)),
            ]
        }
    }

    private static func cells(of document: ArticleDocument) -> [String?] {
        let article = document.article
        let metadata = article.metadata
        let counts = document.annotations
        return [
            document.id, document.revision.map(String.init), metadata.externalID, article.title,
            article.language.code, article.direction.rawValue, article.sourceName, metadata.url,
            metadata.publishedAt.map(Timestamp.string), document.ingestedAt.map(Timestamp.string),
            document.contentHash, String(counts.mentions.count), String(counts.events.count),
            String(counts.entities.count), metadata.tags.joined(separator: "; "),
            article.string(0..<article.text.count),
        ]
    }

    private static func cells(of stored: StoredEvent) -> [String?] {
        let event = stored.event
        let date = event.date
        return [
            stored.id, stored.title, stored.titleLanguage.code, stored.titleDirection.rawValue, event.kind,
            date?.edtf, date?.lower.map(Timestamp.date), date?.upper.map(Timestamp.date),
            date?.precision.rawValue, date?.qualifier?.rawValue, event.status.rawValue,
            PlainText.decimal(event.confidence), String(stored.sourceCount),
            event.participants.compactMap { stored.labels[$0.entityID] }.joined(separator: "; "),
            event.participants.map(\.entityID).joined(separator: "; "),
            event.placeID.flatMap { stored.labels[$0] }, event.placeID,
            stored.articleIDs.joined(separator: "; "),
        ]
    }

    private static func cells(of stored: StoredEntity) -> [String?] {
        let entity = stored.entity
        return [
            entity.id, entity.kind.rawValue, entity.subtype, entity.label, entity.labelLanguage.code,
            entity.aliases.map(\.text).joined(separator: "; "), entity.wikidata, entity.iso3166,
            entity.latitude.map(PlainText.decimal), entity.longitude.map(PlainText.decimal),
            String(stored.articleCount), String(stored.mentionCount), stored.firstDate, stored.lastDate,
        ]
    }

    private static func cells(of stored: StoredMention) -> [String?] {
        let mention = stored.mention
        return [
            stored.id, stored.articleID, String(stored.revision), mention.entityID,
            EntityJSON.type(of: mention), mention.form.rawValue, String(stored.codePoints.lowerBound),
            String(stored.codePoints.upperBound), stored.text, PlainText.decimal(mention.confidence),
            mention.rule,
        ]
    }

    private static func cells(ofClaim index: Int, _ stored: StoredEvent) -> [String?] {
        let claim = stored.event.claims[index]
        let source = stored.claimSources.indices.contains(index) ? stored.claimSources[index] : nil
        let span = stored.claimSpans.indices.contains(index) ? stored.claimSpans[index] : nil
        return [
            source?.id, stored.id, source?.articleID, source.map { String($0.revision) },
            span.map { String($0.claim.lowerBound) }, span.map { String($0.claim.upperBound) },
            span?.date.map { String($0.lowerBound) }, span?.date.map { String($0.upperBound) },
            claim.date?.edtf, claim.relation.rawValue,
        ]
    }
}
