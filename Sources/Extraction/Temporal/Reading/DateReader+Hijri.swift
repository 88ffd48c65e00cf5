import Articles

extension DateReader {
    /// «القرن الخامس الهجري»: its days.
    func hijriCentury(_ number: Int) -> DateParts? { hijriYears((number - 1) * 100 + 1, number * 100) }

    /// «التسعينيات الهجرية» of the fourteenth century.
    func hijriDecade(_ decade: Int) -> DateParts? { hijriYears(1_300 + decade, 1_309 + decade) }

    /// A quarter, third or half of a Hijri year by EDTF's code, as days.
    func hijriPart(_ code: Int, _ year: Int) -> DateParts? {
        let (index, length) =
            code < 37 ? (code - 33, 3) : code < 40 ? (code - 37, 4) : (code - 40, 6)
        let first = DateParts(value: .month(index * length + 1, year: year), calendar: .hijri).days?.first
        let last = DateParts(value: .month((index + 1) * length, year: year), calendar: .hijri).days?.last
        guard let first, let last else { return nil }
        return DateParts(value: .days(first, last))
    }

    private func hijriYears(_ first: Int, _ last: Int) -> DateParts? {
        guard let lower = DateParts(value: .year(first), calendar: .hijri).days?.first,
            let upper = DateParts(value: .year(last), calendar: .hijri).days?.last
        else { return nil }
        return DateParts(value: .days(lower, upper))
    }

    /// «رمضان 2016», «شهر رمضان هذا العام»: the Hijri year whose month starts in that year.
    func hijriYear(ofMonth month: Int, inGregorian year: Int) -> Int? {
        guard year > 1_500, year < 2_200 else { return nil }
        let near = (year - 622) * 33 / 32
        return (near - 2...near + 2).first { hijri in
            let start = DateParts(value: .month(month, year: hijri), calendar: .hijri).days?.first
            return start?.components.year == year
        }
    }
}
