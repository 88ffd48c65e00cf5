extension EDTFDate {
    /// The first and last day it may be; open where no digit of the year is specified.
    package var extent: EDTFExtent {
        let isSomeYear = year.unspecified == 0b1111
        return EDTFExtent(
            lower: isSomeYear ? nil : firstDay, upper: isSomeYear && !year.isNegative ? nil : lastDay)
    }

    /// The first day, open years as 0000…9999; `nil` when there is none such as 30 February.
    var firstDay: EDTFDay? {
        let years = year.years
        switch form {
        case .year:
            return EDTFDay(year: years.lowerBound, month: 1, day: 1)
        case .grouping(let grouping):
            return EDTFDay(year: years.lowerBound, month: grouping.months.first, day: 1)
        case .month(let month):
            return EDTFDay(
                year: years.lowerBound, month: EDTFDate.months(month).trailingZeroBitCount, day: 1)
        case .day(let month, let day):
            let choice = DayChoice(months: EDTFDate.months(month), days: day.candidates(in: 1...31))
            guard let step = choice.yearStep else { return nil }
            let start = years.lowerBound + (step - years.lowerBound % step) % step
            for number in stride(from: start, through: years.upperBound, by: step) where year.matches(number)
            {
                if let day = choice.first(in: number) { return day }
            }
            return nil
        }
    }

    private var lastDay: EDTFDay? {
        let years = year.years
        switch form {
        case .year:
            return EDTFDay(year: years.upperBound, month: 12, day: 31)
        case .grouping(let grouping):
            let last = grouping.months.first + grouping.months.count - 1
            return EDTFDay(
                endOfMonth: last > 12 ? last - 12 : last, year: years.upperBound + (last > 12 ? 1 : 0))
        case .month(let month):
            return EDTFDay(
                endOfMonth: 63 - EDTFDate.months(month).leadingZeroBitCount, year: years.upperBound)
        case .day(let month, let day):
            let choice = DayChoice(months: EDTFDate.months(month), days: day.candidates(in: 1...31))
            guard let step = choice.yearStep else { return nil }
            let start = years.upperBound - (step + years.upperBound % step) % step
            for number in stride(from: start, through: years.lowerBound, by: -step) where year.matches(number)
            {
                if let day = choice.last(in: number) { return day }
            }
            return nil
        }
    }
}

/// Months and days of which any may meet: bit n for the number n.
private struct DayChoice {
    var months: UInt64
    var days: UInt64

    /// 1, or 4 when only leap years have such a day; `nil` when no year has.
    var yearStep: Int? {
        if first(in: 2001) != nil { return 1 }
        return first(in: 2000) == nil ? nil : 4
    }

    func first(in year: Int) -> EDTFDay? {
        var rest = months
        while rest != 0 {
            let month = rest.trailingZeroBitCount
            rest &= rest - 1
            let days = days(of: month, year)
            if days != 0 { return EDTFDay(year: year, month: month, day: days.trailingZeroBitCount) }
        }
        return nil
    }

    func last(in year: Int) -> EDTFDay? {
        var rest = months
        while rest != 0 {
            let month = 63 - rest.leadingZeroBitCount
            rest ^= 1 << UInt64(month)
            let days = days(of: month, year)
            if days != 0 { return EDTFDay(year: year, month: month, day: 63 - days.leadingZeroBitCount) }
        }
        return nil
    }

    private func days(of month: Int, _ year: Int) -> UInt64 {
        days & ((2 << UInt64(CivilDate.daysInMonth(month, year: year))) - 1)
    }
}
