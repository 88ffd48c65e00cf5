/// Lengths of time as ISO 8601 writes them.
enum DurationText {
    /// `P3Y`, `P2Y6M`, `PT90M`; `nil` without a number or unit.
    static func duration(_ fields: TimeFields) -> String? {
        guard let unit = fields[.unit].flatMap(TimeUnit.init) else { return nil }
        let isPortion = fields.has(.fraction) && !fields.has(.count)
        let count = fields[.count] ?? (isPortion ? 0 : 1)
        guard (0..<1_000_000).contains(count) else { return nil }
        var dates = ""
        var times = ""
        append(count, unit, &dates, &times)
        if let quarters = fields[.fraction] { append(quarters: quarters, unit, &dates, &times) }
        if let second = fields[.unit2].flatMap(TimeUnit.init), second.rawValue < unit.rawValue {
            append(min(fields[.count2] ?? 2, 1_000_000), second, &dates, &times)
        }
        let text = "P" + merged(dates) + (times.isEmpty ? "" : "T" + merged(times))
        return text == "P" ? nil : text
    }

    private static func append(_ count: Int, _ unit: TimeUnit, _ dates: inout String, _ times: inout String) {
        guard count > 0 else { return }
        switch unit {
        case .second: times += "\(count)S"
        case .minute: times += "\(count)M"
        case .hour: times += "\(count)H"
        case .day: dates += "\(count)D"
        case .week: dates += "\(count)W"
        case .month: dates += "\(count)M"
        case .season, .quarter: dates += "\(count * 3)M"
        case .half: dates += "\(count * 6)M"
        case .year: dates += "\(count)Y"
        case .decade: dates += "\(count * 10)Y"
        case .century: dates += "\(count * 100)Y"
        case .millennium: dates += "\(count * 1_000)Y"
        }
    }

    private static func append(quarters: Int, _ unit: TimeUnit, _ dates: inout String, _ times: inout String)
    {
        switch unit {
        case .second: return
        case .minute: append(15 * quarters, .second, &dates, &times)
        case .hour: append(15 * quarters, .minute, &dates, &times)
        case .day: append(6 * quarters, .hour, &dates, &times)
        case .week, .month: append(unit == .week ? quarters * 7 / 4 : quarters * 15 / 2, .day, &dates, &times)
        case .season, .quarter, .half: return
        case .year: append(3 * quarters, .month, &dates, &times)
        case .decade: append(10 * quarters / 4, .year, &dates, &times)
        case .century: append(25 * quarters, .year, &dates, &times)
        case .millennium: append(250 * quarters, .year, &dates, &times)
        }
    }

    /// Years that came from two units are one number.
    private static func merged(_ text: String) -> String {
        let parts = text.split(separator: "Y", omittingEmptySubsequences: false)
        guard parts.count > 2, let one = Int(parts[0]), let other = Int(parts[1]) else { return text }
        return "\(one + other)Y" + parts[2...].joined()
    }
}
