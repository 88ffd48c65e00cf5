/// What a word or number tells of a time. A class of words that has the name of a field fills it.
enum TimeField: UInt8, CaseIterable {
    /// 1…12 of the calendar that the class names.
    case month, hijri, persian
    /// 1 Monday … 7 Sunday.
    case weekday
    /// A second weekday, of a night between two days.
    case weekday2
    case day
    /// A month in digits.
    case monthnumber
    case year
    /// The last two digits of a year.
    case shortyear
    /// 10…90, or the first year of a decade.
    case decade
    /// Its number, 20 for the twentieth.
    case century
    /// The first year of a century.
    case hundred
    case millennium
    /// EDTF's codes, 21 spring … 24 winter.
    case season
    /// What is divided: 4 quarter, 3 third, 2 half.
    case division
    /// Which of them.
    case ordinal
    /// See `TimeUnit`.
    case unit
    /// A second unit, of «two years and three months».
    case unit2
    /// How many units.
    case count
    case count2
    /// Quarters of a unit or hour to add: 2 for «ونصف»; negative for «إلا».
    case fraction
    /// -1 last, 0 this, 1 next; see `TimeDirection`.
    case direction
    /// The same for a year that a month or day is of.
    case yeardirection
    /// Days from the document's day.
    case offset
    /// 1 start, 2 middle, 3 end.
    case modifier
    case approximate
    /// See `TimeEra`.
    case era
    case hour
    case minute
    case second
    /// Hours and minutes as one number, 0755.
    case clock
    /// 1 before noon, 2 after noon, 3 at noon, 4 at night, 5 at midnight.
    case meridiem
    /// Minutes east of Greenwich.
    case zone
    /// 1 morning, 2 afternoon, 3 evening, 4 night.
    case daypart
    /// The year that is named is not a calendar year (school, budget).
    case fiscal
    case since
    case until
    /// A time that comes again and again.
    case every
    /// A number of times.
    case times
    /// Towards the past (-1) or future (1), of durations; from what was said last (-2, 2).
    case ago
}

/// Units of time, by the values of the field `unit`.
enum TimeUnit: Int, Sendable {
    case second = 1, minute, hour, day, week, month, season, quarter, half, year, decade, century, millennium

    init?(name: some StringProtocol) {
        let names = [
            "second", "minute", "hour", "day", "week", "month", "season", "quarter", "half", "year", "decade",
            "century", "millennium",
        ]
        guard let index = names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: index + 1)
    }
}

/// The calendar and side of year 1 that a word or abbreviation tells.
enum TimeEra: Int, Sendable {
    case bc = 1, ad, hijri, persian

    init?(name: some StringProtocol) {
        guard let index = ["bc", "ad", "hijri", "persian"].firstIndex(where: { $0 == name }) else {
            return nil
        }
        self.init(rawValue: index + 1)
    }
}

/// Where a time lies from where it is told.
enum TimeDirection: Int, Sendable {
    case last = -1, this, next
    /// From the time last mentioned: the one before, the same, the one after.
    case before = -2
    case same = 9
    case after = 2

    init?(name: some StringProtocol) {
        switch name {
        case "last": self = .last
        case "this": self = .this
        case "next": self = .next
        case "before": self = .before
        case "same": self = .same
        case "after": self = .after
        default: return nil
        }
    }
}
