import Articles
import Testing

/// Properties over values and texts that are made up, the same in every run.
struct EDTFPropertyTests {
    @Test func `the text of any value gives the value again`() throws {
        var source = EDTFSource(1)
        var levels: [EDTFLevel: Int] = [:]
        for _ in 0..<4000 {
            let value = source.value()
            let text = value.text
            guard text.utf8.count <= EDTF.maximumBytes else { continue }
            #expect(try EDTF(text) == value, "\(text)")
            levels[value.level, default: 0] += 1
        }
        #expect(levels.values.allSatisfy { $0 > 20 } && levels.count == 3, "\(levels)")
    }

    @Test func `unspecified digits cover exactly the days that they match`() throws {
        var source = EDTFSource(2)
        for _ in 0..<300 {
            let year = source.pattern(source.below(3000), width: 4, unspecified: 2)
            let month = source.pattern(1 + source.below(12), width: 2, unspecified: 2)
            let day = source.pattern(1 + source.below(31), width: 2, unspecified: 2)
            let text = "\(year)-\(month)-\(day)"
            let days = matching(year, month, day)
            guard let first = days.min(), let last = days.max() else {
                #expect(throws: EDTF.Failure.self, "\(text)") { try EDTF(text) }
                continue
            }
            let bounds = try EDTF(text).bounds
            #expect(bounds.lower == first, "\(text)")
            #expect(bounds.upper == last, "\(text)")
        }
    }

    private func matching(_ year: String, _ month: String, _ day: String) -> [CivilDate] {
        func numbers(_ pattern: String, _ range: ClosedRange<Int>) -> [Int] {
            range.filter { number in
                let digits =
                    String(repeating: "0", count: pattern.count - String(number).count) + String(number)
                return zip(pattern, digits).allSatisfy { $0 == "X" || $0 == $1 }
            }
        }
        let days = numbers(day, 1...31)
        let months = numbers(month, 1...12)
        return numbers(year, 0...9999).flatMap { year in
            months.flatMap { month in days.compactMap { CivilDate(year: year, month: month, day: $0) } }
        }
    }

    @Test func `a part of a text is read or refused within the text`() {
        for example in EDTFExample.specification + EDTFExample.others {
            let bytes = Array(example.text.utf8)
            for start in bytes.indices {
                for end in start...bytes.count {
                    expectSoundness(String(decoding: bytes[start..<end], as: UTF8.self))
                }
            }
        }
    }

    @Test func `a garbled text is read or refused within the text`() {
        var source = EDTFSource(3)
        let alphabet = Array("0123456789XYESTZ-+:/.,?~%[]{} \u{0}é٤".unicodeScalars)
        let examples = EDTFExample.specification + EDTFExample.others
        for _ in 0..<20_000 {
            var scalars = Array(examples[source.below(examples.count)].text.unicodeScalars)
            for _ in 0...source.below(3) {
                let place = source.below(scalars.count)
                let scalar = alphabet[source.below(alphabet.count)]
                switch source.below(3) {
                case 0: scalars[place] = scalar
                case 1: scalars.insert(scalar, at: place)
                default: if scalars.count > 1 { scalars.remove(at: place) }
                }
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            expectSoundness(text)
        }
    }

    /// What is read has a text that means the same, and bounds in order; what is not is refused within the text.
    private func expectSoundness(_ text: String) {
        do throws(EDTF.Failure) {
            let value = try EDTF(text)
            #expect(try EDTF(value.text) == value, "\(text)")
            let extent = value.extent
            if let lower = extent.lower, let upper = extent.upper { #expect(lower <= upper, "\(text)") }
        } catch {
            #expect(0...text.unicodeScalars.count ~= error.offset, "\(text)")
            #expect(!error.reason.isEmpty)
        }
    }
}
