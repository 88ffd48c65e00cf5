/// Canonical texts straight from numbers, for those who know what they write.
extension EDTF {
    /// `1992`, `-0043`, `Y12345`: four digits, a minus before year 0, `Y` beyond ±9999.
    package static func yearText(_ year: Int) -> String {
        var text = year < -9999 || year > 9999 ? "Y" : ""
        text += year < 0 ? "-" : ""
        appendFourDigits(year.magnitude, to: &text)
        return text
    }

    /// `1992-04`; `month` is 1…12. Beyond ±9999, where EDTF has no months, the year alone.
    package static func monthText(year: Int, month: Int) -> String {
        var text = yearText(year)
        if -9999...9999 ~= year {
            text += "-"
            text += twoDigits(month)
        }
        return text
    }

    /// `1992-04-07`. Beyond ±9999, where EDTF has no days, the year alone.
    package static func dayText(_ date: CivilDate) -> String {
        let parts = date.components
        var text = monthText(year: parts.year, month: parts.month)
        if -9999...9999 ~= parts.year {
            text += "-"
            text += twoDigits(parts.day)
        }
        return text
    }

    /// The years that share all digits but the last with `year`: `199X`, `-005X` (-59…-50), `Y12340S4`.
    package static func decadeText(ofYear year: Int) -> String {
        clipped(year, digits: 1)
    }

    /// The years that share all digits but the last two with `year`: `19XX`, `-05XX` (-599…-500), `Y12300S3`.
    package static func centuryText(ofYear year: Int) -> String {
        clipped(year, digits: 2)
    }

    private static func clipped(_ year: Int, digits: Int) -> String {
        let unit: UInt = digits == 1 ? 10 : 100
        let rest = year.magnitude / unit
        if year.magnitude <= 9999 {
            var text = year < 0 ? "-" : ""
            if digits == 1 { text += rest < 100 ? "0" : String(rest / 100) }
            text += twoDigits(Int(rest % 100))
            return text + (digits == 1 ? "X" : "XX")
        }
        return (year < 0 ? "Y-" : "Y") + String(rest * unit) + "S" + String(String(rest).utf8.count)
    }

    private static func appendFourDigits(_ number: UInt, to text: inout String) {
        guard number <= 9999 else { return text += String(number) }
        text += twoDigits(Int(number / 100))
        text += twoDigits(Int(number % 100))
    }

    static func append(_ digits: EDTFDigits, places: Int, to text: inout String) {
        if digits.unspecified == 0 {
            text += places == 4 ? twoDigits(digits.value / 100) : ""
            text += twoDigits(digits.value % 100)
            return
        }
        var unit = places == 4 ? 1000 : 10
        for place in (0..<places).reversed() {
            let isUnspecified = digits.unspecified & (1 << UInt8(place)) != 0
            text += isUnspecified ? "X" : String(digits.value / unit % 10)
            unit /= 10
        }
    }

    /// Two digits of 0…99.
    static func twoDigits(_ number: Int) -> String {
        (number < 10 ? "0" : "") + String(number)
    }
}
