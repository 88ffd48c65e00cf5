import Articles

/// A date as far as it was read: the parts that were there.
struct DateParts: Sendable, Hashable {
    enum Calendar: Sendable, Hashable {
        case gregorian, hijri, persian
    }

    /// What is known. Years are astronomical: 0 is 1 BC.
    enum Value: Sendable, Hashable {
        case year(Int)
        case month(Int, year: Int?)
        case day(Int, month: Int, year: Int?)
        /// A day whose month another part of the expression has.
        case bareDay(Int)
        /// The first year, as 1990 for the nineties.
        case decade(Int)
        /// The number of the century, as 20 for the twentieth, negative before year 1.
        case century(Int)
        /// The number of the millennium, as 3 for 2000…2999, negative before year 1.
        case millennium(Int)
        /// EDTF's code, 21…24 seasons, 33…36 quarters, 37…39 thirds, 40 and 41 halves.
        case part(Int, year: Int?)
        case week(monday: CivilDate)
        /// Days that no other value covers.
        case days(CivilDate, CivilDate)
    }

    var value: Value
    var calendar = Calendar.gregorian
    var isApproximate = false
    var basis = WorldDate.Basis.explicit
    var modifier: WorldDate.Modifier?

    var year: Int? {
        switch value {
        case .year(let year): year
        case .part(_, let year), .month(_, let year), .day(_, _, let year): year
        case .decade, .century, .millennium, .week, .days, .bareDay: nil
        }
    }

    var month: Int? {
        switch value {
        case .month(let month, _), .day(_, let month, _): month
        default: nil
        }
    }

    /// Whether it is a day, month or part of a year whose year is not known.
    var lacksYear: Bool {
        switch value {
        case .month(_, nil), .day(_, _, nil), .part(_, nil): true
        default: false
        }
    }

    /// The same with a year, when it has none.
    func with(year: Int) -> DateParts {
        var parts = self
        switch value {
        case .month(let month, nil): parts.value = .month(month, year: year)
        case .day(let day, let month, nil): parts.value = .day(day, month: month, year: year)
        case .part(let code, nil): parts.value = .part(code, year: year)
        default: break
        }
        return parts
    }

    /// The same day or month in the year in which it lies last before `end`.
    func before(_ end: DateParts) -> DateParts {
        guard let year = end.year, let month, let last = end.month else { return self }
        var parts = self
        let own = month > last ? year - 1 : year
        switch value {
        case .month(let month, _): parts.value = .month(month, year: own)
        case .day(let day, let month, _): parts.value = .day(day, month: month, year: own)
        default: break
        }
        return parts
    }

    /// A day of the Gregorian calendar.
    static func day(_ date: CivilDate) -> Value {
        let (year, month, day) = date.components
        return .day(day, month: month, year: year)
    }
}
