import Articles
import Testing

struct EDTFFailureTests {
    @Test(arguments: [
        ("", 0, "empty"), ("2023-13", 5, "month 13"), ("2023-00", 5, "month 0"), ("2023-42", 5, "month 42"),
        ("2023-20", 5, "month 20"), ("2023-02-30", 8, "day 30"), ("2023-04-31", 8, "day 31"),
        ("2023-02-29", 8, "day 29"), ("1900-02-29", 8, "day 29"), ("2023-01-00", 8, "day 0"),
        ("2023-01-32", 8, "day 32"), ("XXXX-02-30", 8, "day 30"), ("XXXX-02-3X", 8, "day 3X"),
        ("19X1-02-29", 8, "day 29"), ("2023-2X", 5, "month 2X"),
        ("202", 0, "a year has four digits"), ("20230", 0, "a year has four digits"),
        ("20230101", 0, "a year has four digits"), ("+2006", 0, "a year has four digits"),
        (" 1863-03-29", 0, "a year has four digits"), ("-", 1, "a year has four digits"),
        ("-0000", 1, "year -0000"), ("-0000-01", 1, "year -0000"), ("2023-1", 5, "a month has two digits"),
        ("2023-", 5, "a month has two digits"), ("2023-?", 6, "a month has two digits"),
        ("2023-01-1", 8, "a day has two digits"), ("2023-21-01", 5, "month 21"),
        ("2023-001", 5, "month 0"), ("2023-0101", 7, "unexpected character"),
        ("1863-03-29 ", 10, "unexpected character"), ("201x", 0, "a year has four digits"),
        ("2004??", 5, "unexpected character"), ("2004-06-11?~", 11, "unexpected character"),
        ("1984~?", 5, "unexpected character"), ("199X?T10:00:00", 5, "unexpected character"),
        ("٢٠٢٣", 0, "no EDTF"), ("1992-٠٤", 5, "no EDTF"), ("1992é", 4, "no EDTF"),
        ("1992\u{0}", 4, "unexpected character"),
        ("Y2006", 1, "a year after Y has five digits or more"),
        ("Y20067890-14-10", 9, "unexpected character"), ("Y12345-01", 6, "unexpected character"),
        ("Y1234X", 1, "a year after Y has five digits or more"), ("Y12345X", 6, "unexpected character"),
        ("Y", 1, "a year after Y is a number of 1 to 18 digits that starts with no 0"),
        ("Y012345", 1, "a year after Y is a number of 1 to 18 digits that starts with no 0"),
        ("Y1000000000000000000", 1, "a year after Y is a number of 1 to 18 digits that starts with no 0"),
        ("y170000002", 0, "a year has four digits"),
        ("Y17E", 4, "an exponent is a number of 1 to 9 digits that starts with no 0"),
        ("Y17E0", 4, "an exponent is a number of 1 to 9 digits that starts with no 0"),
        ("Y17E-7", 4, "an exponent is a number of 1 to 9 digits that starts with no 0"),
        ("1950S", 5, "the count of significant digits is a number of 1 to 9 digits that starts with no 0"),
        ("1950S0", 5, "the count of significant digits is a number of 1 to 9 digits that starts with no 0"),
        ("195XS2", 4, "unexpected character"), ("1950S2-01", 6, "unexpected character"),
        ("1950E2", 4, "unexpected character"),
        ("2023-01-01T", 11, "two digits expected for the hour"),
        ("2023-01-01T24:00:00", 11, "hour 24"), ("2023-01-01T10:60:00", 14, "minute 60"),
        ("2023-01-01T10:10:61", 17, "second 61"),
        ("2012-10-10T1:10:10", 11, "two digits expected for the hour"),
        ("2012-10-10T10:1:10", 14, "two digits expected for the minute"),
        ("2012-10-10T10:10:1", 17, "two digits expected for the second"),
        ("2012-10-10T10:10", 16, ": expected"), ("2012-10-10T101010", 13, ": expected"),
        ("2012-10-10T10:10:10z", 19, "unexpected character"),
        ("2012-10-10t10:10:10", 10, "unexpected character"),
        ("2012-10-10T10:10:10Z15", 20, "unexpected character"),
        ("2012-10-10T10:10:10.5Z", 19, "unexpected character"),
        ("2012-10-10T10:10:10+24", 20, "hour 24"), ("2012-10-10T10:10:10-05:60", 23, "minute 60"),
        ("2012-10-10T10:10:10-00:00", 19, "time shift -00"),
        ("2012-10-10T10:10:10+0430", 22, "unexpected character"),
        ("2012-10T10:10:10", 7, "unexpected character"), ("2012-10-XXT10:10:10", 10, "unexpected character"),
        ("2012-10-10?T10:10:10", 11, "unexpected character"),
        ("2005-07-25T10:10:10Z/2006", 20, "unexpected character"),
        ("2005-07-25/2006-01-01T10:10:10Z", 21, "unexpected character"),
        ("2023/2022", 0, "the end lies before the start"),
        ("2023-02/2023-01", 0, "the end lies before the start"),
        ("2012-24/2012-21", 0, "the end lies before the start"),
        ("0000/-0001", 0, "the end lies before the start"),
        ("Y-61000/Y-62000", 0, "the end lies before the start"),
        ("Y17E7/2000", 0, "the end lies before the start"),
        ("2023//", 5, "unexpected character"), ("2012/2013/1234", 9, "unexpected character"),
        ("2000/12-12", 5, "a year has four digits"), ("..", 2, "an interval has a slash"),
        ("2000..2001", 4, "unexpected character"), (".", 0, "a year has four digits"),
        ("[", 1, "a year has four digits"), ("[]", 1, "a year has four digits"),
        ("[..]", 3, "a year has four digits"),
        ("[1667", 5, "the set has no end"), ("[1667}", 5, "unexpected character"),
        ("[1667,]", 6, "a year has four digits"),
        ("[1667, 1668]", 6, "a year has four digits"), ("[1667,..1668]", 6, "a year has four digits"),
        ("[1760..,1761]", 7, "a year has four digits"), ("[..1984..]", 7, "unexpected character"),
        ("[1984..1983]", 7, "the end lies before the start"),
        ("[1984..1985-01]", 7, "the ends of a range differ in precision"),
        ("{2001-21..2001-34}", 10, "the ends of a range differ in precision"),
        ("[1984/1985]", 5, "unexpected character"), ("{1984}/..", 6, "unexpected character"),
        ("[1984]~", 6, "unexpected character"), ("[[1984]]", 1, "a year has four digits"),
        ("2001-21^southernHemisphere", 7, "unexpected character"), ("NONE/", 0, "a year has four digits"),
    ])
    func `what is wrong is named with its place`(_ text: String, _ offset: Int, _ reason: String) {
        #expect(throws: EDTF.Failure(reason: reason, offset: offset)) { try EDTF(text) }
    }

    @Test func `a text of the greatest length is read, one byte more is refused`() throws {
        let longest = "[" + Array(repeating: "1984", count: 51).joined(separator: ",") + "]"
        #expect(longest.utf8.count == EDTF.maximumBytes)
        #expect(try EDTF(longest).bounds.upper == CivilDate(year: 1984, month: 12, day: 31))
        #expect(throws: EDTF.Failure(reason: "more than 256 bytes", offset: 256)) { try EDTF(longest + "?") }
        #expect(throws: EDTF.Failure(reason: "no EDTF", offset: 3)) {
            try EDTF("198" + String(repeating: "٤", count: 1000))
        }
        let megabyte = String(repeating: "1", count: 1 << 20)
        #expect(throws: EDTF.Failure(reason: "more than 256 bytes", offset: 256)) { try EDTF(megabyte) }
    }
}
