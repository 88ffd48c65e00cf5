import Articles
import TestSupport
import Testing

@testable import ArticleStore

struct UnitRecordTests {
    private let record = UnitRecord(
        [70, 5, 900_000, 5], blocks: [[[5, 70], [70, 70]], [[900_000]], [[5], [900_000, 5], [70]]])

    @Test func `a record is read back as it was written`() throws {
        #expect(record.entities == [5, 70, 900_000])
        #expect(record.blocks == [[[0, 1], [1]], [[2]], [[0], [0, 2], [1]]])
        #expect(try UnitRecord.decode(record.encoded()) == record)
        let empty = UnitRecord([], blocks: [])
        #expect(try UnitRecord.decode(empty.encoded()) == empty)
    }

    @Test func `units are as large as is asked`() throws {
        var reader = UnitReader()
        try reader.read(record.encoded(), by: .sentence)
        #expect(reader.members == [0, 1, 1, 2, 0, 0, 2, 1] && reader.ends == [2, 3, 4, 5, 7, 8])
        try reader.read(record.encoded(), by: .block)
        #expect(reader.members == [0, 1, 2, 0, 2, 1] && reader.ends == [2, 3, 6])
        try reader.read(record.encoded(), by: .article)
        #expect(reader.members == [0, 1, 2] && reader.ends == [3])
        #expect(
            reader.index(of: 70) == 1 && reader.index(of: 71) == nil && reader.index(of: 1_000_000) == nil)
    }

    @Test func `blocks and sentences are counted`() {
        #expect(record.counts.map(\.blocks) == [2, 2, 2])
        #expect(record.counts.map(\.sentences) == [3, 3, 2])
    }

    @Test func `two names can be of one entity`() throws {
        let names = ["سامي", "رامي"].map { NamedSamples.entity("n_" + $0, $0) }
        let (article, annotations) = NamedSamples.article([[names, [names[1]]]], number: 1)
        let record = UnitRecord(NamedUnits(article, annotations), rows: [7, 7])
        #expect(record == UnitRecord([7], blocks: [[[7], [7]]]))
        #expect(UnitRecord(NamedUnits(article, annotations), rows: [0, 7]).blocks == [[[0], [0]]])
    }

    @Test func `damage is found and nothing else happens`() {
        let bytes = record.encoded()
        var reader = UnitReader()
        for count in 0..<bytes.count {
            #expect(throws: RecordError.self) { try reader.read(Array(bytes[..<count]), by: .block) }
        }
        for index in bytes.indices {
            for value in [0, 1, 0x7f, 0xff] as [UInt8] {
                var damaged = bytes
                damaged[index] = value
                for unit in TextUnit.allCases { try? reader.read(damaged, by: unit) }
            }
        }
    }

    @Test func `sentences are told apart where names stand in them`() {
        let names = (0..<3).map { NamedSamples.entity("n_\($0)", ["سامي", "رامي", "U.S. Navy"][$0]) }
        let (article, annotations) = NamedSamples.article(
            [[[names[0], names[1], names[0]], [names[2], names[0]], []], [], [[names[1]]]], number: 1)
        #expect(NamedUnits(article, annotations).blocks == [[[0, 1], [0, 2]], [[1]]])
        let (list, listAnnotations) = NamedSamples.article(
            [[[names[0]], [names[1]]]], number: 1, kind: .listItem)
        #expect(NamedUnits(list, listAnnotations).blocks == [[[0, 1]]])
    }
}
