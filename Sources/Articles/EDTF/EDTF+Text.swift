/// Canonical texts straight from numbers, for those who know what they write.
extension EDTF {
    /// `1992`, `-0043`, `Y12345`: four digits, a minus before year 0, `Y` beyond ±9999.
    package static func yearText(_ year: Int) -> String {
        guard hasFourDigits(year) else { return "Y" + String(year) }
        var text = EDTFShortText()
        text.append(year: year)
        return text.text
    }

    /// `1992-04`; `month` is 1…12. Beyond ±9999, where EDTF has no months, the year alone.
    package static func monthText(year: Int, month: Int) -> String {
        guard hasFourDigits(year) else { return yearText(year) }
        var text = EDTFShortText()
        text.append(year: year)
        text.append("-")
        text.append(two: month)
        return text.text
    }

    /// `1992-04-07`. Beyond ±9999, where EDTF has no days, the year alone.
    package static func dayText(_ date: CivilDate) -> String {
        let parts = date.components
        guard hasFourDigits(parts.year) else { return yearText(parts.year) }
        var text = EDTFShortText()
        text.append(year: parts.year)
        text.append("-")
        text.append(two: parts.month)
        text.append("-")
        text.append(two: parts.day)
        return text.text
    }

    /// The years that share all digits but the last with `year`: `199X`, `-005X` (-59…-50), `Y12340S4`.
    package static func decadeText(ofYear year: Int) -> String {
        text(ofYear: year, without: 0b1)
    }

    /// The years that share all digits but the last two with `year`: `19XX`, `-05XX` (-599…-500), `Y12300S3`.
    package static func centuryText(ofYear year: Int) -> String {
        text(ofYear: year, without: 0b11)
    }

    private static func text(ofYear year: Int, without places: UInt8) -> String {
        if hasFourDigits(year), let digits = EDTFDigits(abs(year), unspecified: places) {
            var text = EDTFShortText()
            if year < 0 { text.append("-") }
            text.append(digits, places: 4)
            return text.text
        }
        let unit = places == 0b1 ? 10 : 100
        let rest = year / unit
        return "Y" + String(rest * unit) + "S" + String(String(rest.magnitude).utf8.count)
    }

    private static func hasFourDigits(_ year: Int) -> Bool {
        -9999...9999 ~= year
    }
}
