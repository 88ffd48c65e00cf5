import Articles
import HTTPServer
import Testing

@testable import TarikhAPI

struct DateBoundTests {
    @Test(arguments: [
        ("1992-04-07", "1992-04-07", "1992-04-07"), ("199X", "1990-01-01", "1999-12-31"),
        ("1991/..", "1991-01-01", ""), ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
        ("702604800000", "1992-04-07", "1992-04-07"),
        ("1992-04-07T23:20:30-04:00", "1992-04-08", "1992-04-08"),
        ("1992-04-07T23:20:30-04", "1992-04-08", "1992-04-08"),
        ("1992-04-07T00:20:30+04", "1992-04-06", "1992-04-06"),
        ("1992-04-07T00:20:30", "1992-04-07", "1992-04-07"),
    ])
    func `a date, a moment and milliseconds give days`(_ text: String, _ lower: String, _ upper: String)
        throws
    {
        let days = try DateBound.days(text, parameter: "from")
        #expect((days.lower.map(Timestamp.date) ?? "") == lower)
        #expect((days.upper.map(Timestamp.date) ?? "") == upper)
    }

    @Test(arguments: [
        ("2023-13", "month 13", 5), ("Y300000", "year out of bounds", 0),
        ("1990/Y-17E7", "the end lies before the start", 0), ("1990/Y17E7", "year out of bounds", 0),
        ("٢٠٢٣", "no EDTF", 0),
    ])
    func `what is no date is named with its place`(_ text: String, _ detail: String, _ offset: Int) {
        let problem = #expect(throws: Problem.self) { try DateBound.days(text, parameter: "to") }
        let item = Problem.Item(.parameter("to"), code: "invalid_edtf", detail: detail, offset: offset)
        #expect(problem?.items == [item])
    }
}
