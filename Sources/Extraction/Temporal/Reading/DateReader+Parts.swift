import Articles
import TextAnalysis

extension DateReader {
    // MARK: Parts of years, decades, centuries

    func part(_ code: Int, _ fields: TimeFields) -> DateParts? {
        let (year, basis) = year(fields)
        let calendar = calendar(ofYear: year, fields, isNumeric: false)
        if let year, code >= 33, calendar == .hijri { return hijriPart(code, year) }
        let parts = DateParts(value: .part(code, year: year), calendar: calendar, basis: basis)
        guard year == nil else { return parts }
        return fields[.direction].map { directed(parts, $0) } ?? parts
    }

    func division(_ fields: TimeFields) -> DateParts? {
        guard let count = fields[.division], let ordinal = fields[.ordinal] ?? lastPart(fields, of: count),
            (1...count).contains(ordinal)
        else { return nil }
        var whole = fields
        for field in [TimeField.division, .ordinal, .direction, .modifier] { whole[field] = nil }
        if fields[.unit] == TimeUnit.month.rawValue,
            let direction = fields[.direction].flatMap(TimeDirection.init)
        {
            return unit(.month, direction)?.days.flatMap { divided($0, ordinal, count) }
        }
        if let month = month(fields) {
            guard let days = dayOrMonth(whole).map({ $0.lacksYear ? withYear($0) : $0 })?.days, month.0 > 0
            else {
                return nil
            }
            return divided(days, ordinal, count)
        }
        if fields.has(.decade) { return decade(whole).flatMap { divided($0, ordinal, count) } }
        if fields.has(.century) {
            guard let century = century(whole), case .century(let number) = century.value else { return nil }
            guard number > 0, century.calendar == .gregorian else {
                return century.days.flatMap { divided($0, ordinal, count) }
            }
            // Centuries are divided as they are counted, from 1801 to 1900.
            let first = (number - 1) * 100 + 1
            return divided(
                (CivilDate(year: first, month: 1, day: 1), CivilDate(year: first + 99, month: 12, day: 31)),
                ordinal, count, inYears: first)
        }
        let code = (count == 4 ? 32 : count == 3 ? 36 : 39) + ordinal
        return part(code, whole)
    }

    /// A half of a decade has five years.
    private func divided(_ decade: DateParts, _ ordinal: Int, _ count: Int) -> DateParts? {
        guard count == 2, case .decade(let year) = decade.value else {
            return decade.days.flatMap { divided($0, ordinal, count) }
        }
        let ends = [year + ordinal * 5 - 5, year + ordinal * 5 - 1].compactMap {
            DateParts(value: .year($0), calendar: decade.calendar).days
        }
        guard ends.count == 2, let first = ends[0].first, let last = ends[1].last else { return nil }
        return DateParts(value: .days(first, last))
    }

    private func lastPart(_ fields: TimeFields, of count: Int) -> Int? {
        fields[.direction] == TimeDirection.last.rawValue ? count : nil
    }

    private func divided(
        _ days: DateParts.Days, _ ordinal: Int, _ count: Int, inYears first: Int? = nil
    ) -> DateParts? {
        if let first {
            let length = 100 / count
            let start = first + (ordinal - 1) * length
            guard let lower = CivilDate(year: start, month: 1, day: 1),
                let upper = CivilDate(year: start + length - 1, month: 12, day: 31)
            else { return nil }
            return DateParts(value: .days(lower, upper))
        }
        guard let lower = days.first?.dayNumber, let upper = days.last?.dayNumber else { return nil }
        let length = upper - lower + 1
        return DateParts(
            value: .days(
                CivilDate(dayNumber: lower + length * (ordinal - 1) / count),
                CivilDate(dayNumber: lower + length * ordinal / count - 1)))
    }

    func decade(_ fields: TimeFields) -> DateParts? {
        guard let decade = fields[.decade] ?? counted(fields) else { return nil }
        if decade >= 100 { return self.decade(decade, fields) }
        if language == .arabic, fields[.era] == TimeEra.hijri.rawValue { return hijriDecade(decade) }
        if let century = century(fields), case .century(let number) = century.value, number > 0 {
            return DateParts(value: .decade((number - 1) * 100 + decade), basis: century.basis)
        }
        if language == .persian, !fields.has(.era) || fields[.era] == TimeEra.persian.rawValue {
            return DateParts(value: .decade(1_300 + decade), calendar: .persian)
        }
        guard let now = documentDate?.components.year else {
            // The one nearest to the year or of the century last said; without one, of the twentieth century.
            let year = context.century.map { $0 * 100 - 50 } ?? context.year ?? 1_950
            let nearest = [-100, 0, 100].map { year - year % 100 + $0 + decade }.min {
                abs($0 + 5 - year) < abs($1 + 5 - year)
            }
            return nearest.map { DateParts(value: .decade($0), basis: .inherited) }
        }
        // The last one that has begun.
        let century = now - now % 100
        let first = century + decade > now ? century - 100 + decade : century + decade
        return DateParts(value: .decade(first), basis: .inherited)
    }

    /// A decade of which the whole first year is written.
    func decade(_ year: Int, _ fields: TimeFields) -> DateParts {
        guard fields[.era] == TimeEra.bc.rawValue else {
            return DateParts(
                value: .decade(year), calendar: calendar(ofYear: year, fields, isNumeric: false))
        }
        // From 339 to 330 BC for «the 330s BC».
        let first = CivilDate(year: -year - 8, month: 1, day: 1)
        let last = CivilDate(year: 1 - year, month: 12, day: 31)
        guard let first, let last else { return DateParts(value: .decade(year)) }
        return DateParts(value: .days(first, last))
    }

    /// The first decade of a century is 0, the second 10.
    private func counted(_ fields: TimeFields) -> Int? {
        guard let ordinal = fields[.ordinal], fields.has(.century), (1...10).contains(ordinal) else {
            return nil
        }
        return (ordinal - 1) * 10
    }

    func century(_ fields: TimeFields) -> DateParts? {
        if let number = fields[.century] {
            guard (1...30).contains(number) else { return nil }
            if language == .arabic, fields[.era] == TimeEra.hijri.rawValue { return hijriCentury(number) }
            let calendar = calendar(ofYear: nil, fields, isNumeric: false)
            if calendar != .gregorian { return DateParts(value: .century(number), calendar: calendar) }
            return DateParts(value: .century(fields[.era] == TimeEra.bc.rawValue ? -number : number))
        }
        guard fields[.unit] == TimeUnit.century.rawValue || fields.has(.decade),
            let direction = fields[.direction].flatMap(TimeDirection.init)
        else { return nil }
        // Whoever writes now means the twentieth by the last.
        let now = (documentDate?.components.year ?? 2_025) / 100 + 1
        switch direction {
        case .last: return DateParts(value: .century(now - 1), basis: .relative)
        case .this: return DateParts(value: .century(now), basis: .relative)
        case .next: return DateParts(value: .century(now + 1), basis: .relative)
        case .same, .before, .after:
            guard let year = context.year, year > 0 else { return nil }
            let shift = direction == .same ? 0 : direction == .before ? -1 : 1
            return DateParts(value: .century(year / 100 + 1 + shift), basis: .inherited)
        }
    }
}
