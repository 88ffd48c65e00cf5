package import Articles
import Dispatch
import EntityLinking
import Synchronization
import Timeline

/// What an article says, read for the timeline and ready to be written.
package struct PreparedArticle: Sendable {
    let article: Article
    let annotations: Annotations
    let contentHash: String
    let articleRecord: [UInt8]
    let annotationRecord: [UInt8]
    let entities: [PreparedEntity]
    /// By it, articles are chosen that stand for many.
    let rank: Int64
    let units: NamedUnits
    let events: [ArticleEvent]
    /// The records of `events`.
    let records: [[UInt8]]
    /// Tells its copies.
    let sketch: Sketch?

    /// Depends on nothing that is stored: may be done on any thread, before the articles stored earlier are.
    /// `contentHash`: the `ContentHash` of the article's text, where it is known.
    package init(_ article: Article, _ annotations: Annotations, contentHash: String? = nil) {
        self.article = article
        self.annotations = annotations
        let contentHash = contentHash ?? ContentHash.of(article.text)
        self.contentHash = contentHash
        articleRecord = ArticleRecord.encode(article)
        annotationRecord = AnnotationRecord.encode(annotations)
        entities = PreparedEntity.all(annotations)
        rank = ArticleEntity.rank(contentHash: contentHash, title: article.metadata.title)
        units = NamedUnits(article, annotations)
        sketch = Sketch(article)
        events = ArticleEvent.read(article, annotations, contentHash: contentHash)
        records = events.isEmpty ? [] : Self.records(article, annotations)
    }

    /// The same of many, on all cores.
    static func all(_ articles: [(article: Article, annotations: Annotations)]) -> [PreparedArticle] {
        guard articles.count > 1 else { return articles.map { PreparedArticle($0.article, $0.annotations) } }
        let prepared = Mutex([PreparedArticle?](repeating: nil, count: articles.count))
        DispatchQueue.concurrentPerform(iterations: articles.count) { index in
            let one = PreparedArticle(articles[index].article, articles[index].annotations)
            prepared.withLock { $0[index] = one }
        }
        return prepared.withLock { $0.compactMap(\.self) }
    }

    private static func records(_ article: Article, _ annotations: Annotations) -> [[UInt8]] {
        let offsets = OffsetMap(article.text)
        return annotations.events.map { event in
            let spans = event.claims.map { claim in
                StoredEvent.ClaimSpan(
                    claim: offsets.codePoints(claim.range), date: claim.dateRange.map(offsets.codePoints))
            }
            return EventRecord.encode(event, spans: spans)
        }
    }
}

extension ArticleWriter {
    func writeEvents(of article: PreparedArticle, row: Int64) throws {
        if timeline.isCurated { try placeMembers(of: article) }
        try timeline.add(
            article.events, records: article.records, follows: article.annotations.events.map(\.follows),
            article: row)
    }
}
