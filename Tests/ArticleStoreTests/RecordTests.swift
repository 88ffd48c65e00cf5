import Articles
import Testing

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
        let records = [ArticleRecord.encode(sample.article), AnnotationRecord.encode(sample.annotations)]
        for round in 0..<4000 {
            var bytes = records[round % 2]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            _ = try? ArticleRecord.decode(bytes, text: sample.article.text)
            _ = try? AnnotationRecord.decode(bytes)
            _ = try? EventRecord.decode(bytes)
        }
        #expect(throws: RecordError.self) { try AnnotationRecord.decode([]) }
        #expect(throws: RecordError.self) { try AnnotationRecord.decode([1, 0xff, 0xff, 0xff, 0xff, 0x0f]) }
    }

    @Test(arguments: [0, 1, 31, 32, 1_000_000, Int64.max >> 6])
    func `ids name their rows`(_ row: Int64) {
        #expect(Identifier.articleRow(Identifier.article(row)) == row)
        #expect(Identifier.eventRow(Identifier.event(row)) == row)
        #expect(Identifier.articleRow(Identifier.event(row)) == nil)
    }
}
