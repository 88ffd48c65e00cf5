/// A condition on one token.
struct TimeTest: Sendable, Hashable {
    enum Subject: Sendable, Hashable {
        /// A word or mark of this number.
        case word(UInt16)
        /// A word of a class.
        case wordClass(UInt8)
        case number(NumberTest)
        case gap
        /// Such words of which the first has something that a token's flags tell.
        case gapWith(UInt8)
        /// A word that starts with a capital, or unknown words of which the last does.
        case capital
        /// A month's name that names the month of the name before it.
        case sameMonth
        /// The start or the end of the block.
        case first, last
        /// Nothing: fills its field with a number.
        case constant(Int32)
    }

    /// Which token it is asked of.
    enum Place: Sendable, Hashable {
        /// The next one, which is taken.
        case here
        case ahead, behind
    }

    var subject: Subject
    var place = Place.here
    var isNegated = false
    /// Nothing may stand between the token and the one before it.
    var isGlued = false
    /// The field that the token fills; of a class, the field of its name.
    var field: TimeField?
}

/// Which numbers a rule takes.
enum NumberTest: String, Sendable, Hashable {
    /// 1…31 in at most two digits.
    case day
    /// 1…12 in at most two digits.
    case month
    /// Four digits that may be a year, or such a number in words.
    case year
    /// Four digits that are more often a year than a count.
    case modernyear
    /// Four digits that are more often a year of the Iranian calendar than a count.
    case solaryear
    /// A year of one to four digits, where a word says that it is one.
    case anyyear
    /// The same, of three digits at least.
    case longyear
    /// A year of three digits.
    case earlyyear
    /// Two digits.
    case shortyear
    /// A number in words that may be a year of the century that is meant.
    case spelledyear
    /// The first year of a decade.
    case decade
    /// The same in three digits.
    case earlydecade
    /// A decade of the century that is meant: «the 60s».
    case tens
    /// The first year of a century, which stands for it: «the 1800s».
    case hundred
    /// 0…24 in at most two digits.
    case hour
    /// 0…59 in two digits.
    case minute
    /// Four digits that are hours and minutes.
    case clock
    /// Hours and minutes with a full stop or comma between them, 11.02.
    case dottedclock
    /// An hour's name: ordinals of Arabic clocks.
    case hourname
    /// «الحادية عشرة» and the one after it.
    case latehour
    /// How many units: at most four digits, or words.
    case count
    /// An ordinal number 1…31, in words or as 19th.
    case nth
    /// Any number.
    case any

    func accepts(_ token: TimeToken) -> Bool {
        let value = token.value
        let digits = token.kind == .number ? Int(token.count) : 0
        switch self {
        case .day: return (1...2).contains(digits) && (1...31).contains(value)
        case .month: return (1...2).contains(digits) && (1...12).contains(value)
        case .year:
            // A thousand is a count, unless a word says that it is a year.
            return digits == 4 && (1_001...2_199).contains(value)
                || token.kind == .spelled && token.word == 0 && (1_000...2_199).contains(value)
        case .modernyear: return digits == 4 && (1_800...2_050).contains(value)
        case .solaryear: return digits == 4 && (1_290...1_415).contains(value)
        case .longyear: return value >= 100 && NumberTest.anyyear.accepts(token)
        case .anyyear:
            return (1...4).contains(digits) && (1...9_999).contains(value)
                || token.kind == .spelled && token.word == 0 && (100...2_199).contains(value)
        case .earlyyear: return digits == 3 && value >= 100
        case .shortyear: return digits == 2
        case .spelledyear: return token.kind == .spelled && token.word == 0 && (11...99).contains(value)
        case .decade: return digits == 4 && value % 10 == 0 && (1_000...2_190).contains(value)
        case .earlydecade: return digits == 3 && value % 10 == 0 && (100...990).contains(value)
        case .tens: return digits == 2 && value % 10 == 0 && (10...90).contains(value)
        case .hundred: return digits == 4 && value % 100 == 0 && (1_000...1_900).contains(value)
        case .hour: return (1...2).contains(digits) && (0...24).contains(value)
        case .minute: return digits == 2 && (0...59).contains(value)
        case .clock: return digits == 4 && value / 100 < 24 && value % 100 < 60
        case .dottedclock:
            return token.kind == .decimal && token.count == 4 && value / 100 < 24 && value % 100 < 60
        case .hourname: return token.kind == .ordinal && (1...12).contains(value)
        case .latehour: return token.kind == .ordinal && (11...12).contains(value)
        case .count:
            return (1...4).contains(digits) || token.kind == .spelled
                || token.kind == .decimal && token.count == 6
        case .nth: return token.kind == .ordinal && (1...31).contains(value)
        case .any:
            return token.kind == .number || token.kind == .decimal || token.kind == .spelled
        }
    }

    /// The field that such a number fills.
    var field: TimeField? {
        switch self {
        case .day: .day
        case .month: .monthnumber
        case .year, .modernyear, .solaryear, .anyyear, .longyear, .earlyyear: .year
        case .shortyear, .spelledyear: .shortyear
        case .decade, .earlydecade, .tens: .decade
        case .hundred: .hundred
        case .hour, .hourname, .latehour: .hour
        case .minute: .minute
        case .clock, .dottedclock: .clock
        case .count: .count
        case .nth: .ordinal
        case .any: nil
        }
    }
}
