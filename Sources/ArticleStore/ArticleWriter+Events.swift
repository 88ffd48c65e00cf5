import Articles
import Timeline

extension ArticleWriter {
    func writeEvents(
        of article: Article, _ annotations: Annotations, contentHash: String, row: Int64
    ) throws {
        guard !annotations.events.isEmpty else { return }
        let offsets = OffsetMap(article.text)
        let records = annotations.events.map { event in
            let spans = event.claims.map { claim in
                StoredEvent.ClaimSpan(
                    claim: offsets.codePoints(claim.range), date: claim.dateRange.map(offsets.codePoints))
            }
            return EventRecord.encode(event, spans: spans)
        }
        try timeline.add(
            ArticleEvent.read(article, annotations, contentHash: contentHash), records: records,
            follows: annotations.events.map(\.follows), article: row)
    }
}
