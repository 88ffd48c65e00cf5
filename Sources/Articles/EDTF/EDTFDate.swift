/// A calendar date with the precision of a day, month, part of a year, or year.
package struct EDTFDate: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
        case year
        case grouping(EDTFGrouping)
        case month(EDTFDigits)
        case day(month: EDTFDigits, day: EDTFDigits)
    }

    package let year: EDTFYear
    package let form: Form
    package let qualifiers: EDTFQualifiers

    /// `nil` when no day matches, when a year with `Y` or `S` has months, or a part is qualified that is not there.
    package init?(_ year: EDTFYear, _ form: Form = .year, qualifiers: EDTFQualifiers = .none) {
        self.year = year
        self.form = form
        self.qualifiers = qualifiers
        switch form {
        case .year:
            guard qualifiers.month.isEmpty, qualifiers.day.isEmpty else { return nil }
        case .grouping:
            guard year.takesMonth, qualifiers.day.isEmpty else { return nil }
        case .month(let month):
            guard year.takesMonth, qualifiers.day.isEmpty, EDTFDate.months(month) != 0 else { return nil }
        case .day(let month, let day):
            guard year.takesMonth, month.unspecified < 0b100, day.unspecified < 0b100, firstDay != nil
            else { return nil }
        }
    }

    /// The months that two digits may be: bit n for month n.
    static func months(_ digits: EDTFDigits) -> UInt64 {
        digits.unspecified < 0b100 ? digits.candidates(in: 1...12) : 0
    }

    var precision: WorldDate.Precision {
        switch form {
        case .day: return .day
        case .month: return .month
        case .grouping(let grouping): return grouping.precision
        case .year: break
        }
        switch year.unspecified {
        case 0b1: return .decade
        case 0b11: return .century
        case 0b111: return .millennium
        default: break
        }
        switch year.estimatedDigits {
        case 0: return .year
        case 1: return .decade
        case 2: return .century
        case 3: return .millennium
        default: return .range
        }
    }

    /// Whether two dates can be the ends of a range in a set ("Set representation", 7).
    func isAsPrecise(as other: EDTFDate) -> Bool {
        switch (form, other.form) {
        case (.year, .year), (.month, .month), (.day, .day): true
        case (.grouping(let left), .grouping(let right)): left.precision == right.precision
        default: false
        }
    }
}
