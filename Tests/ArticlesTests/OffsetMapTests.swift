import Articles
import Testing

struct OffsetMapTests {
    @Test func `offsets agree with the standard library's views`() {
        let text = String(repeating: "aé أ😀\n", count: 100)
        let map = OffsetMap(Array(text.utf8))
        for index in text.unicodeScalars.indices {
            let offset = text.utf8.distance(from: text.startIndex, to: index)
            let codePoints = text.unicodeScalars.distance(from: text.startIndex, to: index)
            #expect(map.codePoints(offset) == codePoints)
            #expect(map.utf16(offset) == text.utf16.distance(from: text.startIndex, to: index))
        }
        #expect(map.codePoints(text.utf8.count) == text.unicodeScalars.count)
        #expect(map.codePoints(Int.max) == text.unicodeScalars.count && map.codePoints(-1) == 0)
    }

    @Test(arguments: [0, 1, 255, 256, 257, 512]) func `every length has an end`(_ count: Int) {
        let map = OffsetMap([UInt8](repeating: 0x61, count: count))
        #expect(map.codePoints(count) == count)
    }

    @Test func `the content hash is SHA-256`() {
        // FIPS 180-4, example of one block.
        #expect(
            ContentHash.of(Array("abc".utf8))
                == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1992, 4, 7, 8132), (2000, 2, 29, 11016), (-4713, 11, 24, -2_440_588),
        (0, 3, 1, -719_468),
    ])
    func `civil dates and day numbers agree`(_ year: Int, _ month: Int, _ day: Int, _ number: Int) {
        #expect(CivilDate(year: year, month: month, day: day)?.dayNumber == number)
        #expect(CivilDate(dayNumber: number).components == (year, month, day))
    }

    @Test(arguments: [(2023, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (300_000, 1, 1)])
    func `days that are none are refused`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
}
