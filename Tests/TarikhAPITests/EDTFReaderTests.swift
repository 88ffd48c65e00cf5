import Articles
import Testing

@testable import TarikhAPI

struct EDTFReaderTests {
    @Test(arguments: [
        ("1992-04-07", "1992-04-07", "1992-04-07"), ("2023-03", "2023-03-01", "2023-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"), ("1993", "1993-01-01", "1993-12-31"),
        ("199X", "1990-01-01", "1999-12-31"), ("19XX", "1900-01-01", "1999-12-31"),
        ("2023-XX", "2023-01-01", "2023-12-31"), ("2023-02-XX", "2023-02-01", "2023-02-28"),
        ("2023-02-2X", "2023-02-20", "2023-02-28"), ("-0538", "-0538-01-01", "-0538-12-31"),
        ("1992~", "1992-01-01", "1992-12-31"), ("1992-04?", "1992-04-01", "1992-04-30"),
        ("2018/2022", "2018-01-01", "2022-12-31"), ("1991/..", "1991-01-01", ""),
        ("../2025", "", "2025-12-31"),
        ("1991/", "1991-01-01", ""), ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-23", "2023-09-01", "2023-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"), ("2023-33", "2023-01-01", "2023-03-31"),
        ("2023-36", "2023-10-01", "2023-12-31"), ("2023-41", "2023-07-01", "2023-12-31"),
        ("Y-17000", "-17000-01-01", "-17000-12-31"), ("0000", "0000-01-01", "0000-12-31"),
    ])
    func `a value covers its days`(_ text: String, _ lower: String, _ upper: String) throws {
        let bounds = try EDTFReader.bounds(text)
        #expect((bounds.lower.map(Timestamp.date) ?? "") == lower)
        #expect((bounds.upper.map(Timestamp.date) ?? "") == upper)
    }

    @Test(arguments: [
        ("2023-13", 5, "month 13"), ("2023-00", 5, "month 0"), ("2023-02-30", 8, "day 30"),
        ("2023-04-31", 8, "day 31"),
        ("202", 0, "a year has four digits"), ("", 0, "empty"), ("2023-1", 5, "a month has two digits"),
        ("2023-01-01T", 10, "unexpected character"), ("2023/2022", 0, "the end lies before the start"),
        ("2023-42", 5, "month 42"), ("2023-21-01", 5, "month 21"), ("٢٠٢٣", 0, "no EDTF"),
        ("2023//", 5, "unexpected character"),
    ])
    func `what is wrong is named with its place`(_ text: String, _ offset: Int, _ reason: String) {
        #expect(throws: EDTFReader.Failure(reason: reason, offset: offset)) { try EDTFReader.bounds(text) }
    }
}
