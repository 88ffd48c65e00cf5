import ArticleStore
import Articles
import Extraction
import HTTPServer
import TarikhAPI
import Testing

struct IngestorTests {
    @Test func `a batch answers for every article in order`() throws {
        let fixture = try Fixture()
        let ingestor = Ingestor(store: fixture.store, annotator: Annotator())
        func input(_ text: String, _ externalID: String? = nil) -> ArticleInput {
            ArticleInput(text: Array(text.utf8), metadata: ArticleMetadata(externalID: externalID))
        }
        let results = try ingestor.ingest([
            input("وقعت في عام 1992", "x"), input(" \n"), input("وقعت في عام 1992", "x"),
            input("نص آخر", "x"),
            ArticleInput(text: [0x61, 0xff]), input("نص ثالث"),
        ])
        #expect(results.count == 6)
        let id = try results[0].get().id
        #expect(try results[0].get().outcome == .created)
        #expect(throws: IngestionError.emptyText) { try results[1].get() }
        #expect(try results[2].get() == Insertion(id: id, outcome: .unchanged))
        #expect(throws: IngestionError.externalIDTaken(id: id)) { try results[3].get() }
        #expect(throws: IngestionError.invalidUTF8(offset: 1)) { try results[4].get() }
        #expect(try results[5].get().outcome == .created)
        #expect(try fixture.store.statistics().articles == 2)
    }

    @Test func `a line of annotations has offsets in code points`() throws {
        var (article, annotations) = Fixture.article("وقعت", year: 1992)
        let date = try #require(annotations.events.first?.claims.first)
        annotations.expressions = [
            TemporalExpression(
                range: try #require(date.dateRange), kind: .date, value: "1992", date: date.date, block: 0,
                rule: "year", isEvent: true)
        ]
        article.metadata.title = "x"
        var writer = JSONWriter()
        AnnotationLine.write(id: "1", ArticleDocument(article, annotations), to: &writer)
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == """
                {"id":"1","expressions":[{"start":21,"end":25,"type":"DATE","value":"1992","event":true,\
                "title":"أذربيجان"}],"mentions":[{"start":0,"end":8,"type":"place","form":"name","text":"أذربيجان",\
                "entity_id":"n_aze","confidence":0.9,"reason":"name"}]}
                """)
    }
}
