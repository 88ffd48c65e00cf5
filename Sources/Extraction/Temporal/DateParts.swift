import Articles

/// A date as far as it was read: the parts that were there.
struct DateParts: Sendable, Hashable {
    enum Calendar: Sendable, Hashable {
        case gregorian, hijri, persian
    }

    /// What is known.
    enum Value: Sendable, Hashable {
        case year(Int)
        case month(Int, year: Int?)
        case day(Int, month: Int, year: Int?)
        /// The first year, as 1990 for the nineties.
        case decade(Int)
        /// The number of the century, as 20 for the twentieth.
        case century(Int)
        /// EDTF's code, 21…24 seasons, 33…36 quarters, 40 and 41 halves.
        case part(Int, year: Int)
        case week(monday: CivilDate)
    }

    var value: Value
    var calendar = Calendar.gregorian
    var isApproximate = false
    var basis = WorldDate.Basis.explicit

    var year: Int? {
        switch value {
        case .year(let year), .part(_, let year): year
        case .month(_, let year), .day(_, _, let year): year
        case .decade, .century, .week: nil
        }
    }

    /// The same with a year, when it has none.
    func with(year: Int) -> DateParts {
        var parts = self
        switch value {
        case .month(let month, nil): parts.value = .month(month, year: year)
        case .day(let day, let month, nil): parts.value = .day(day, month: month, year: year)
        default: break
        }
        return parts
    }
}
