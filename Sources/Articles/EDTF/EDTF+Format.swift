extension EDTF {
    /// The one text of the value: qualifiers as one sign after the parts they share where that says it all, otherwise each
    /// before its part; a time shift without minutes where it has none.
    package var text: String {
        var text = ""
        switch self {
        case .date(let date): date.append(to: &text)
        case .dateTime(let time): time.append(to: &text)
        case .interval(let interval):
            interval.start.append(to: &text)
            text += "/"
            interval.end.append(to: &text)
        case .set(let set): set.append(to: &text)
        }
        return text
    }
}

extension EDTFDate {
    fileprivate func append(to text: inout String) {
        let group = qualifiers.group
        text += group == 0 ? qualifiers.year.sign : ""
        year.append(to: &text)
        text += group == 1 ? qualifiers.year.sign : ""
        switch form {
        case .year: return
        case .grouping(let grouping): append(String(grouping.rawValue), qualifiers.month, place: 2, to: &text)
        case .month(let month): append(month.text(places: 2), qualifiers.month, place: 2, to: &text)
        case .day(let month, let day):
            append(month.text(places: 2), qualifiers.month, place: 2, to: &text)
            append(day.text(places: 2), qualifiers.day, place: 3, to: &text)
        }
    }

    private func append(_ digits: String, _ qualifier: EDTFQualifier, place: Int, to text: inout String) {
        text += "-"
        let group = qualifiers.group
        text += group == 0 ? qualifier.sign : ""
        text += digits
        text += group == place ? qualifier.sign : ""
    }
}

extension EDTFQualifiers {
    /// How many parts from the left share the one qualifier there is; 0 when that is not so.
    fileprivate var group: Int {
        if year.isEmpty { return 0 }
        if month.isEmpty { return day.isEmpty ? 1 : 0 }
        guard month == year else { return 0 }
        if day.isEmpty { return 2 }
        return day == year ? 3 : 0
    }
}

extension EDTFYear {
    fileprivate func append(to text: inout String) {
        text += hasFourDigits ? "" : "Y"
        text += isNegative ? "-" : ""
        text += digits?.text(places: 4) ?? String(magnitude)
        text += exponent > 0 ? "E\(exponent)" : ""
        text += significantDigits > 0 ? "S\(significantDigits)" : ""
    }
}

extension EDTFDigits {
    /// All digits of 2 or 4 places, the unspecified as `X`.
    func text(places: Int) -> String {
        var text = EDTFShortText()
        text.append(self, places: places)
        return text.text
    }
}

extension EDTFDateTime {
    fileprivate func append(to text: inout String) {
        text += EDTF.dayText(day)
        text += "T"
        text += EDTFDateTime.clock([hour, minute, second])
        switch zone {
        case .local: break
        case .utc: text += "Z"
        case .shifted(let minutes):
            text += minutes < 0 ? "-" : "+"
            text += EDTFDateTime.clock(
                minutes % 60 == 0 ? [abs(minutes) / 60] : [abs(minutes) / 60, abs(minutes) % 60])
        }
    }

    /// Numbers of two digits with colons between.
    private static func clock(_ numbers: [Int]) -> String {
        var text = EDTFShortText()
        for (index, number) in numbers.enumerated() {
            if index > 0 { text.append(":") }
            text.append(two: number)
        }
        return text.text
    }
}

extension EDTFInterval.End {
    fileprivate func append(to text: inout String) {
        switch self {
        case .date(let date): date.append(to: &text)
        case .open: text += ".."
        case .unknown: break
        }
    }
}

extension EDTFSet {
    fileprivate func append(to text: inout String) {
        text += kind == .oneMember ? "[" : "{"
        for (index, member) in members.enumerated() {
            text += index == 0 ? "" : ","
            switch member {
            case .date(let date): date.append(to: &text)
            case .range(let first, let last):
                first.append(to: &text)
                text += ".."
                last.append(to: &text)
            case .upTo(let last):
                text += ".."
                last.append(to: &text)
            case .from(let first):
                first.append(to: &text)
                text += ".."
            }
        }
        text += kind == .oneMember ? "]" : "}"
    }
}
