import Articles
import TestSupport

/// Makes up values of all kinds.
struct EDTFSource {
    private var generator: SeededGenerator

    init(_ seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &generator)
    }

    mutating func value() -> EDTF {
        switch below(6) {
        case 0: dateTime()
        case 1: interval()
        case 2: set()
        default: .date(date())
        }
    }

    /// `number` in decimal, with up to `unspecified` of its digits as `X`.
    mutating func pattern(_ number: Int, width: Int, unspecified: Int) -> String {
        let digits = String(number)
        var pattern = Array(String(repeating: "0", count: width - digits.count) + digits)
        for _ in 0..<below(unspecified + 1) {
            pattern[below(width)] = "X"
        }
        return String(pattern)
    }

    private mutating func date() -> EDTFDate {
        while true {
            if let year = year(), let date = EDTFDate(year, form(), qualifiers: qualifiers()) { return date }
        }
    }

    private mutating func year() -> EDTFYear? {
        let sign = below(3) == 0 ? -1 : 1
        return switch below(8) {
        case 0: EDTFYear(sign * below(EDTFYear.maximum))
        case 1: EDTFYear(sign * below(300_000), significantDigits: below(10))
        case 2: EDTFYear(sign * below(10_000), exponent: below(20), significantDigits: below(4))
        case 3:
            EDTFDigits(below(10_000), unspecified: UInt8(below(16))).flatMap {
                EDTFYear($0, isNegative: sign < 0)
            }
        default: EDTFYear(sign * below(10_000))
        }
    }

    private mutating func form() -> EDTFDate.Form {
        let groupings = EDTFGrouping.allCases
        let month = digits(1...12)
        switch below(4) {
        case 0: return .year
        case 1: return .grouping(groupings[below(groupings.count)])
        case 2: return .month(month)
        default: return .day(month: month, day: digits(1...31))
        }
    }

    private mutating func digits(_ range: ClosedRange<Int>) -> EDTFDigits {
        while true {
            let unspecified = below(2) == 0 ? 0 : UInt8(below(4))
            if let digits = EDTFDigits(range.lowerBound + below(range.count), unspecified: unspecified) {
                return digits
            }
        }
    }

    private mutating func qualifiers() -> EDTFQualifiers {
        if below(2) == 0 { return .none }
        let signs = [UInt8(below(4)), UInt8(below(4)), UInt8(below(4))].map(EDTFQualifier.init(rawValue:))
        return EDTFQualifiers(year: signs[0], month: signs[1], day: below(2) == 0 ? [] : signs[2])
    }

    private mutating func dateTime() -> EDTF {
        while true {
            let zone: EDTFDateTime.Zone = [.local, .utc, .shifted(minutes: below(2879) - 1439)][below(3)]
            let day = CivilDate(dayNumber: below(7_300_000) - 4_371_000)
            if let time = EDTFDateTime(
                day: day, hour: below(24), minute: below(60), second: below(61), zone: zone)
            {
                return .dateTime(time)
            }
        }
    }

    private mutating func interval() -> EDTF {
        while true {
            let ends: [EDTFInterval.End] = [.open, .unknown, .date(date()), .date(date())]
            if let interval = EDTFInterval(ends[below(4)], ends[below(4)]) { return .interval(interval) }
        }
    }

    private mutating func set() -> EDTF {
        while true {
            let members = (0...below(5)).map { _ in member() }
            if let set = EDTFSet(below(2) == 0 ? .oneMember : .allMembers, members) { return .set(set) }
        }
    }

    private mutating func member() -> EDTFSet.Member {
        switch below(6) {
        case 0: .upTo(date())
        case 1: .from(date())
        case 2: .range(date(), date())
        default: .date(date())
        }
    }
}
