import Articles
import Testing

struct EDTFTests {
    private func text(_ day: CivilDate?) -> String {
        guard let (year, month, day) = day?.components else { return "" }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(abs(number))
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return (year < 0 ? "-" : "") + "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    @Test(arguments: EDTFExample.specification + EDTFExample.others)
    func `a value has its level, its days and its text`(_ example: EDTFExample) throws {
        let value = try EDTF(example.text)
        #expect(value.level == example.level)
        #expect(text(value.bounds.lower) == example.lower)
        #expect(text(value.bounds.upper) == example.upper)
    }

    @Test(arguments: EDTFExample.specification + EDTFExample.others)
    func `a canonical text comes back as it was`(_ example: EDTFExample) throws {
        let canonical = ["2004?-~06-%11": "?2004-~06-%11"]
        #expect(try EDTF(example.text).text == canonical[example.text] ?? example.text)
    }

    @Test(arguments: [
        ("%2001", "2001%"), ("?2004-06~-11", "%2004-~06-11"), ("2004-?06-?11", "2004-?06-?11"),
        ("?2004-06-04~", "%2004-~06-~04"), ("2004?-06~", "%2004-~06"), ("?2004-06?", "2004-06?"),
        ("2004?-06?-11?", "2004-06-11?"), ("~2004~", "2004~"), ("?-2004-06", "-2004?-06"),
        ("2004-06-11?/~2005", "2004-06-11?/2005~"), ("1985-04-12T23:20:30-04:00", "1985-04-12T23:20:30-04"),
        ("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30+00"),
    ])
    func `texts of one meaning become one text`(_ text: String, _ canonical: String) throws {
        #expect(try EDTF(text).text == canonical)
        #expect(try EDTF(canonical) == EDTF(text))
    }

    @Test func `a sign on the right qualifies what stands to its left, on the left its part alone`() throws {
        func qualifiers(_ text: String) throws -> EDTFQualifiers? {
            if case .date(let date) = try EDTF(text) { date.qualifiers } else { nil }
        }
        #expect(
            try qualifiers("2004-06~-11") == EDTFQualifiers(year: .approximate, month: .approximate))
        #expect(try qualifiers("?2004-06-~11") == EDTFQualifiers(year: .uncertain, day: .approximate))
        let both: EDTFQualifier = [.uncertain, .approximate]
        #expect(try qualifiers("2004-06-11%") == EDTFQualifiers(year: both, month: both, day: both))
        #expect(try qualifiers("?2004-06~") == EDTFQualifiers(year: both, month: .approximate))
    }

    @Test(
        arguments: [
            ("1985-04-12", .day), ("1985-04-12T23:20:30", .day), ("1985-XX-XX", .day), ("1985-04", .month),
            ("1XXX-XX", .month), ("2001-21", .season), ("2001-32", .season), ("2001-33", .quarter),
            ("2001-36", .quarter), ("2001-37", .range), ("2001-40", .half), ("1985?", .year), ("1X85", .year),
            ("XXXX", .year), ("199X", .decade), ("19XX", .century), ("1XXX", .millennium), ("Y12345", .year),
            ("1950S4", .year), ("1950S3", .decade), ("1950S2", .century), ("1950S1", .millennium),
            ("Y3388E2S3", .millennium), ("Y171010000S3", .range), ("1964/2008", .range), ("[1667]", .range),
        ] as [(String, WorldDate.Precision)])
    func `a value says how precise it is`(_ text: String, _ precision: WorldDate.Precision) throws {
        #expect(try EDTF(text).precision == precision)
    }

    @Test(arguments: [
        ("Y200001", true), ("Y-17E7", true), ("2000/Y17E7", true), ("XXXX", false), ("../..", false),
        ("2000/..", false), ("Y200000", false), ("Y199999S1", false), ("Y200000S1", true),
    ])
    func `a year that no day can have is told from an open end`(_ text: String, _ exceeds: Bool) throws {
        #expect(try EDTF(text).exceedsCalendar == exceeds)
    }

    @Test func `a year of many digits covers the years that share those that count`() throws {
        let extent = try EDTF("Y171010000S3").extent
        #expect(extent.lower?.year == 171_000_000)
        #expect(extent.upper?.year == 171_999_999)
        let exponential = try EDTF("Y3388E2S3").extent
        #expect(exponential.lower?.year == 338_000)
        #expect(exponential.upper?.year == 338_999)
        #expect(try EDTF("Y-17E7").extent.lower?.year == -170_000_000)
    }

    @Test func `a time shift moves the day in UTC`() throws {
        func day(_ text: String) throws -> String {
            guard case .dateTime(let time) = try EDTF(text) else { return "" }
            return EDTF.dayText(time.dayInUTC)
        }
        #expect(try day("1985-04-12T23:20:30-04") == "1985-04-13")
        #expect(try day("1985-04-12T03:20:30+04:30") == "1985-04-11")
        #expect(try day("1985-04-12T23:20:30+04:30") == "1985-04-12")
        #expect(try day("1985-04-12T23:20:30") == "1985-04-12")
    }

    @Test(arguments: [
        (1992, "1992", "199X", "19XX"), (0, "0000", "000X", "00XX"), (7, "0007", "000X", "00XX"),
        (-43, "-0043", "-004X", "-00XX"), (-5, "-0005", "-000X", "-00XX"), (-538, "-0538", "-053X", "-05XX"),
        (-9999, "-9999", "-999X", "-99XX"), (9999, "9999", "999X", "99XX"),
        (12_345, "Y12345", "Y12340S4", "Y12300S3"), (-10_000, "Y-10000", "Y-10000S4", "Y-10000S3"),
    ])
    func `a year, its decade and its century are written and cover the year`(
        _ year: Int, _ text: String, _ decade: String, _ century: String
    ) throws {
        #expect(EDTF.yearText(year) == text)
        #expect(EDTF.decadeText(ofYear: year) == decade)
        #expect(EDTF.centuryText(ofYear: year) == century)
        for (text, precision) in [(text, .year), (decade, .decade), (century, .century)]
            as [(String, WorldDate.Precision)]
        {
            let value = try EDTF(text)
            #expect(value.precision == precision)
            #expect(value.text == text)
            let years = try #require(value.extent.lower).year...#require(value.extent.upper).year
            #expect(years.contains(year))
        }
    }

    @Test func `months and days are written, beyond four digits only their year`() throws {
        #expect(EDTF.monthText(year: 1992, month: 4) == "1992-04")
        #expect(EDTF.monthText(year: -43, month: 12) == "-0043-12")
        #expect(EDTF.monthText(year: 12_345, month: 4) == "Y12345")
        #expect(EDTF.dayText(try #require(CivilDate(year: 1992, month: 4, day: 7))) == "1992-04-07")
        #expect(EDTF.dayText(try #require(CivilDate(year: -43, month: 3, day: 15))) == "-0043-03-15")
        #expect(EDTF.dayText(try #require(CivilDate(year: -12_345, month: 3, day: 15))) == "Y-12345")
        #expect(EDTF.yearText(Int.min) == "Y-9223372036854775808")
    }
}
