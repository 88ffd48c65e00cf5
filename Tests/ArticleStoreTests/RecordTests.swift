import Articles
import Testing
import Timeline

@testable import ArticleStore

struct RecordTests {
    @Test func `numbers and texts come back`() throws {
        var writer = RecordWriter()
        let numbers: [UInt64] = [0, 1, 127, 128, 300, UInt64(UInt32.max), .max]
        numbers.forEach { writer.append($0) }
        let signed: [Int64] = [0, -1, 1, .min, .max]
        signed.forEach { writer.append(signed: $0) }
        writer.append("تاريخ")
        writer.append(-0.1)
        writer.append(5..<9)
        var reader = RecordReader(writer.bytes)
        for number in numbers { #expect(try reader.number() == number) }
        for number in signed { #expect(try reader.signed() == number) }
        #expect(try reader.string() == "تاريخ")
        #expect(try reader.double() == -0.1)
        #expect(try reader.range() == 5..<9)
        #expect(throws: RecordError.self) { try reader.number() }
    }

    @Test func `damaged records throw and never trap`() {
        var random = SystemRandomNumberGenerator()
        let sample = Samples.article("وقعت", year: 1992)
        let event = ArticleEvent.read(sample.article, sample.annotations, contentHash: "sha256:0")[0]
        let records = [
            ArticleRecord.encode(sample.article), AnnotationRecord.encode(sample.annotations),
            EventRecord.encode(sample.annotations.events[0], spans: []), ArticleEventRecord.encode(event),
        ]
        for round in 0..<4000 {
            var bytes = records[round % records.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            _ = try? ArticleRecord.decode(bytes, text: sample.article.text)
            _ = try? AnnotationRecord.decode(bytes)
            _ = try? EventRecord.decode(bytes)
            _ = try? ArticleEventRecord.decode(bytes)
        }
        #expect(throws: RecordError.self) { try AnnotationRecord.decode([]) }
        #expect(throws: RecordError.self) { try AnnotationRecord.decode([1, 0xff, 0xff, 0xff, 0xff, 0x0f]) }
    }

    @Test func `how an article came in comes back, and records of before are read`() throws {
        var article = Samples.article("وقعت", year: 1992).article
        // What has none of it is written as the first version was.
        #expect(ArticleRecord.encode(article).first == 1)
        article.metadata.authors = ["ليلى كاتبة", "Jane Doe"]
        article.metadata.modifiedAt = -1
        article.metadata.reception = Reception(
            mediaType: "text/html", charset: "windows-1256", charsetBasis: "document", replaced: 3,
            origins: [Reception.Origin(.title, "json_ld:headline"), Reception.Origin(.text, "density")])
        let record = ArticleRecord.encode(article)
        #expect(record.first == 2)
        #expect(try ArticleRecord.decode(record, text: article.text) == article)
        for length in 0..<record.count {
            #expect(throws: RecordError.self) {
                try ArticleRecord.decode(Array(record.prefix(length)), text: article.text)
            }
        }
    }

    @Test func `annotations come back with their reasons`() throws {
        var annotations = Samples.article("وقعت", year: 1992).annotations
        annotations.mentions[0].reason = "last name of X"
        let decoded = try AnnotationRecord.decode(AnnotationRecord.encode(annotations))
        #expect(decoded.mentions == annotations.mentions)
        #expect(decoded.expressions == annotations.expressions)
    }

    @Test(arguments: [1, 2])
    func `records of mentions without reasons are still read`(_ version: Int) throws {
        let annotations = Samples.article("وقعت", year: 1992).annotations
        let mention = annotations.mentions[0]
        var writer = RecordWriter()
        writer.append(version)
        writer.append(list: [TemporalExpression]()) { _, _ in }
        writer.append(list: [mention.entityID]) { $0.append($1) }
        writer.append(list: [mention]) { writer, mention in
            writer.append(mention.range)
            writer.append(mention.kind.rawValue)
            writer.append(0)
            writer.append(mention.form.rawValue)
            writer.append(mention.block)
            writer.append(mention.confidence)
            writer.append(mention.rule)
        }
        #expect(try AnnotationRecord.decode(writer.bytes).mentions == [mention])
        #expect(mention.reason == "name")
    }

    @Test func `an article's event comes back as it was`() throws {
        let sample = Samples.article("وقعت معاهدة السلام", year: 1992)
        var event = ArticleEvent.read(sample.article, sample.annotations, contentHash: "sha256:0")[0]
        event.quantities = [Event.Quantity(measure: "killed", lower: 3, upper: 5)]
        #expect(!event.words.isEmpty)
        #expect(try ArticleEventRecord.decode(ArticleEventRecord.encode(event)) == event)
        event.date = nil
        event.confidence = .nan
        #expect(throws: RecordError.self) { try ArticleEventRecord.decode(ArticleEventRecord.encode(event)) }
    }

    @Test(arguments: [0, 1, 31, 32, 1_000_000, Int64.max >> 6])
    func `ids name their rows`(_ row: Int64) {
        #expect(Identifier.articleRow(Identifier.article(row)) == row)
        #expect(Identifier.eventRow(Identifier.event(row)) == row)
        #expect(Identifier.articleRow(Identifier.event(row)) == nil)
    }
}
