/// Reads clock times of fields, as ISO 8601 writes them.
enum ClockReader {
    /// `T09:35Z`, `T16:30`; `nil` for what is no time of day.
    static func time(_ fields: TimeFields) -> String? {
        guard let (named, minute) = hourAndMinute(fields), (0...59).contains(minute) else { return nil }
        guard (0...23).contains(named) || named == 24 && minute == 0 else { return nil }
        let hour = onDay(named % 24, fields)
        return "T" + EDTFText.two(hour) + ":" + EDTFText.two(minute) + (fields[.zone].map(zone) ?? "")
    }

    private static func hourAndMinute(_ fields: TimeFields) -> (Int, Int)? {
        if let clock = fields[.clock] { return (clock / 100, clock % 100) }
        guard let hour = fields[.hour] else { return nil }
        if let minute = fields[.minute] {
            return minute < 0 ? (hour == 1 ? 12 : hour - 1, 60 + minute) : (hour, minute)
        }
        guard let quarters = fields[.fraction] else { return (hour, 0) }
        return quarters < 0 ? (hour == 1 ? 12 : hour - 1, 60 + 15 * quarters) : (hour, 15 * quarters)
    }

    /// The hour of the day, from the words beside it; an hour of one to six without any is after noon, unless it is
    /// written as clocks of 24 hours or of Greenwich are.
    private static func onDay(_ hour: Int, _ fields: TimeFields) -> Int {
        guard hour <= 12 else { return hour }
        switch fields[.meridiem] {
        case 1: return hour == 12 ? 0 : hour
        case 2: return hour == 12 ? 12 : hour + 12
        case 3: return hour < 9 ? hour + 12 : hour
        case 4: return hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour
        case 5: return hour == 12 ? 0 : hour
        default:
            let isOfTwentyFour =
                fields.has(.clock) || fields[.zone] == 0 || fields.has(.minute) && !fields.has(.ordinal)
            return (1...6).contains(hour) && !isOfTwentyFour ? hour + 12 : hour
        }
    }

    private static func zone(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + EDTFText.two(size / 60) + ":" + EDTFText.two(size % 60)
    }
}
