extension EDTFParser {
    mutating func date() throws(EDTF.Failure) -> EDTFDate {
        var qualifiers = EDTFQualifiers.none
        qualifiers.year = scanner.qualifier()
        let year = try year()
        qualifiers.year.formUnion(scanner.qualifier())
        guard year.takesMonth, scanner.skip("-") else {
            return try date(year, .year, qualifiers, "year", at: 0)
        }

        qualifiers.month = scanner.qualifier()
        let monthOffset = scanner.offset
        guard let month = scanner.digits(2) else { throw scanner.failure("a month has two digits") }
        // "Group qualification": a sign on the right applies to all components to the left.
        let monthGroup = scanner.qualifier()
        qualifiers.month.formUnion(monthGroup)
        qualifiers.year.formUnion(monthGroup)
        guard scanner.skip("-") else {
            let form = month.grouping.map(EDTFDate.Form.grouping) ?? .month(month)
            return try date(year, form, qualifiers, "month \(month.written)", at: monthOffset)
        }
        guard EDTFDate.months(month) != 0 else {
            throw EDTF.Failure(reason: "month \(month.written)", offset: monthOffset)
        }

        qualifiers.day = scanner.qualifier()
        let dayOffset = scanner.offset
        guard let day = scanner.digits(2) else { throw scanner.failure("a day has two digits") }
        let dayGroup = scanner.qualifier()
        qualifiers.day.formUnion(dayGroup)
        qualifiers.month.formUnion(dayGroup)
        qualifiers.year.formUnion(dayGroup)
        return try date(
            year, .day(month: month, day: day), qualifiers, "day \(day.written)", at: dayOffset)
    }

    private func date(
        _ year: EDTFYear, _ form: EDTFDate.Form, _ qualifiers: EDTFQualifiers,
        _ reason: @autoclosure () -> String, at offset: Int
    ) throws(EDTF.Failure) -> EDTFDate {
        guard let date = EDTFDate(year, form, qualifiers: qualifiers) else {
            throw EDTF.Failure(reason: reason(), offset: offset)
        }
        return date
    }

    /// `1992`, `-0538`, `199X`, `1950S2`, `Y-17000`, `Y-17E7`, `Y3388E2S3`.
    private mutating func year() throws(EDTF.Failure) -> EDTFYear {
        let isLong = scanner.skip("Y")
        let isNegative = scanner.skip("-")
        if isLong { return try longYear(isNegative: isNegative) }
        let start = scanner.offset
        guard let digits = scanner.digits(4), !scanner.isAtDigit else {
            throw EDTF.Failure(reason: "a year has four digits", offset: start)
        }
        guard var year = EDTFYear(digits, isNegative: isNegative) else {
            throw EDTF.Failure(reason: "year -0000", offset: start)
        }
        if digits.unspecified == 0, scanner.next == UInt8(ascii: "S") {
            let number = isNegative ? -digits.value : digits.value
            guard let estimate = EDTFYear(number, significantDigits: try significantDigits()) else {
                throw EDTF.Failure(reason: "year \(number)", offset: start)
            }
            year = estimate
        }
        return year
    }

    private mutating func longYear(isNegative: Bool) throws(EDTF.Failure) -> EDTFYear {
        let start = scanner.offset
        let magnitude = try scanner.positive("a year after Y", maximum: 18)
        let number = isNegative ? -magnitude : magnitude
        let year: EDTFYear?
        if scanner.skip("E") {
            let exponent = try scanner.positive("an exponent", maximum: 9)
            year = EDTFYear(number, exponent: exponent, significantDigits: try significantDigits())
        } else {
            guard magnitude > 9999 else {
                throw EDTF.Failure(reason: "a year after Y has five digits or more", offset: start)
            }
            year = EDTFYear(number, significantDigits: try significantDigits())
        }
        guard let year else { throw EDTF.Failure(reason: "year \(number)", offset: start) }
        return year
    }

    /// The number after `S`, 0 without one.
    private mutating func significantDigits() throws(EDTF.Failure) -> Int {
        scanner.skip("S") ? try scanner.positive("the count of significant digits", maximum: 9) : 0
    }
}

extension EDTFDigits {
    fileprivate var grouping: EDTFGrouping? {
        unspecified == 0 ? EDTFGrouping(rawValue: value) : nil
    }

    /// For an error: a plain number, or the digits with their `X`.
    fileprivate var written: String {
        unspecified == 0 ? String(value) : text(places: 2)
    }
}
