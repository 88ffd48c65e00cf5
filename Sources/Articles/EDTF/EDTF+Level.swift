extension EDTF {
    /// The lowest level at which the value can be written.
    package var level: EDTFLevel {
        switch self {
        case .date(let date): date.level
        case .dateTime(let time): time.day.components.year < 0 ? .one : .zero
        case .interval(let interval): interval.level
        case .set: .two
        }
    }
}

extension EDTFInterval {
    fileprivate var level: EDTFLevel {
        max(start.level, end.level)
    }
}

extension EDTFInterval.End {
    fileprivate var level: EDTFLevel {
        switch self {
        case .open, .unknown: .one
        // Level 1 knows unspecified digits in single dates only ("Interval", level 2, example 2).
        case .date(let date): date.hasUnspecifiedDigits ? .two : date.level
        }
    }
}

extension EDTFDate {
    fileprivate var level: EDTFLevel {
        max(year.level, max(formLevel, qualifiers.level(of: form)))
    }

    fileprivate var hasUnspecifiedDigits: Bool {
        switch form {
        case .year, .grouping: year.unspecified != 0
        case .month(let month): year.unspecified | month.unspecified != 0
        case .day(let month, let day): year.unspecified | month.unspecified | day.unspecified != 0
        }
    }

    private var formLevel: EDTFLevel {
        if case .grouping(let grouping) = form {
            return grouping.isOfLevelOne && year.unspecified == 0 ? .one : .two
        }
        guard hasUnspecifiedDigits else { return .zero }
        // "Unspecified digit(s) from the right", level 1, cases 1 to 4.
        return switch form {
        case .year: year.unspecified == 0b1 || year.unspecified == 0b11 ? .one : .two
        case .month(let month): year.unspecified == 0 && month.unspecified == 0b11 ? .one : .two
        case .day(let month, let day):
            year.unspecified == 0 && day.unspecified == 0b11
                && (month.unspecified == 0 || month.unspecified == 0b11) ? .one : .two
        case .grouping: .two
        }
    }
}

extension EDTFYear {
    fileprivate var level: EDTFLevel {
        if exponent > 0 || significantDigits > 0 { return .two }
        return isNegative || !hasFourDigits ? .one : .zero
    }
}

extension EDTFQualifiers {
    /// Level 1 qualifies all of a date or nothing.
    fileprivate func level(of form: EDTFDate.Form) -> EDTFLevel {
        if self == .none { return .zero }
        return self == .whole(year, of: form) ? .one : .two
    }
}
