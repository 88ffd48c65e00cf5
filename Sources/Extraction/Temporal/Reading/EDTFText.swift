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

    /// A value as the start of an interval: of an interval, its own start.
    static func start(of value: String) -> String {
        String(value.prefix { $0 != "/" })
    }

    static func end(of value: String) -> String {
        value.split(separator: "/").last.map(String.init) ?? value
    }
}
