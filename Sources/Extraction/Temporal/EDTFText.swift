import Articles

/// Numbers as EDTF writes them.
enum EDTFText {
    /// Four digits at least, with a minus before year 0.
    static func year(_ year: Int) -> String {
        let digits = String(abs(year))
        return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    static func two(_ number: Int) -> String {
        (number < 10 ? "0" : "") + String(number)
    }

    static func day(_ date: CivilDate) -> String {
        let parts = date.components
        return year(parts.year) + "-" + two(parts.month) + "-" + two(parts.day)
    }
}
