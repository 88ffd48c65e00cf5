import Articles
import TextAnalysis

/// Makes dates of fields: written out, said from the document's day, or from what was said before.
struct DateReader {
    let language: Language
    let documentDate: CivilDate?
    let context: TimeContext
    let tense: TenseReader.Tense?

    /// The date that fields tell; `nil` when they tell none, or none that can be known.
    func date(_ fields: TimeFields) -> DateParts? {
        guard var parts = ago(fields) ?? written(fields) ?? dayOfMonth(fields) ?? relative(fields) else {
            return nil
        }
        if fields.has(.approximate) { parts.isApproximate = true }
        parts.modifier = fields[.modifier].flatMap(Self.modifier) ?? parts.modifier
        if parts.lacksYear { parts = withYear(parts, weekday: fields[.weekday]) }
        return parts
    }

    private static func modifier(_ number: Int) -> WorldDate.Modifier? {
        [1: .start, 2: .mid, 3: .end][number]
    }

    private func written(_ fields: TimeFields) -> DateParts? {
        if fields.has(.division) { return division(fields) }
        if let season = fields[.season] { return part(season, fields) }
        if fields.has(.decade) || fields.has(.century) || fields[.unit] == TimeUnit.century.rawValue {
            return decade(fields) ?? century(fields)
        }
        if let year = fields[.hundred] { return DateParts(value: .century(year / 100 + 1)) }
        if let number = fields[.millennium] {
            return (1...9).contains(number) ? DateParts(value: .millennium(number)) : nil
        }
        return dayOrMonth(fields)
    }

    // MARK: Days and months

    private func dayOrMonth(_ fields: TimeFields) -> DateParts? {
        guard let (month, named) = month(fields) else {
            guard let day = fields[.day] ?? fields[.ordinal], !fields.has(.unit) else { return nil }
            return DateParts(value: .bareDay(day))
        }
        var (year, basis) = year(fields)
        if named == .hijri, let said = year, said > 1_500 {
            year = hijriYear(ofMonth: month, inGregorian: said)
        }
        let calendar = named ?? calendar(ofYear: year, fields, isNumeric: true)
        let day = fields[.day] ?? fields[.ordinal]
        let value: DateParts.Value =
            day.map { .day($0, month: month, year: year) } ?? .month(month, year: year)
        var parts = DateParts(value: value, calendar: calendar, basis: basis)
        if year == nil, let direction = fields[.direction] { parts = directed(parts, direction) }
        // «4 / 7 / 1992» is the fourth of July, unless only the other order fits.
        if named == nil, month > 12, let day, day <= 12 { parts.value = .day(month, month: day, year: year) }
        return fields[.weekday].map { onWeekday($0, parts) } ?? parts
    }

    /// The month, and its calendar where its name tells it.
    private func month(_ fields: TimeFields) -> (Int, DateParts.Calendar?)? {
        if let month = fields[.month] { return (month, .gregorian) }
        if let month = fields[.hijri] { return (month, .hijri) }
        if let month = fields[.persian] { return (month, .persian) }
        return fields[.monthnumber].map { ($0, nil) }
    }

    /// A lunar day is at most a day off, as the moon was seen: the weekday that is given tells.
    private func onWeekday(_ weekday: Int, _ parts: DateParts) -> DateParts {
        guard parts.calendar == .hijri, case .day = parts.value, let day = parts.days?.first else {
            return parts
        }
        for shift in [0, 1, -1] where Self.weekday(day.dayNumber + shift) == weekday {
            guard shift != 0 else { return parts }
            let date = CivilDate(dayNumber: day.dayNumber + shift)
            var moved = parts
            moved.calendar = .gregorian
            moved.value = DateParts.day(date)
            return moved
        }
        return parts
    }

    /// 1 Monday … 7 Sunday; 1970-01-01 was a Thursday.
    static func weekday(_ dayNumber: Int) -> Int { (dayNumber + 3) %% 7 + 1 }

    // MARK: Years

    /// The year that is written or said from another; `nil` when there is none.
    func year(_ fields: TimeFields) -> (year: Int?, basis: WorldDate.Basis) {
        if let year = fields[.year] {
            // «عام 67» of the news.
            if language == .arabic, documentDate != nil, (10...99).contains(year), !fields.has(.era) {
                return (expanded(year), .explicit)
            }
            return (fields[.era] == TimeEra.bc.rawValue ? 1 - year : year, .explicit)
        }
        if let short = fields[.shortyear] { return (expanded(short), .explicit) }
        guard let direction = fields[.yeardirection].flatMap(TimeDirection.init) else {
            return (nil, .explicit)
        }
        return year(direction)
    }

    private func year(_ direction: TimeDirection) -> (year: Int?, basis: WorldDate.Basis) {
        let year = documentDate?.components.year
        switch direction {
        case .last, .this, .next: return (year.map { $0 + direction.rawValue }, .relative)
        case .same: return (context.year ?? year, .inherited)
        case .before: return ((context.year ?? year).map { $0 - 1 }, .inherited)
        case .after: return (context.year.map { $0 + 1 }, .inherited)
        }
    }

    /// «العام واحد وتسعين»: the last such year that is not far ahead.
    private func expanded(_ short: Int) -> Int {
        let now = documentDate?.components.year ?? 2_025
        let year = now - now % 100 + short
        return year > now + 5 ? year - 100 : year
    }

    func calendar(ofYear year: Int?, _ fields: TimeFields, isNumeric: Bool) -> DateParts.Calendar {
        switch fields[.era].flatMap(TimeEra.init) {
        case .hijri:
            return language == .persian && (1_200...1_450).contains(year ?? 0) && !isNumeric ? .hijri : .hijri
        case .persian: return .persian
        case .ad, .bc: return .gregorian
        case nil: break
        }
        guard let year else { return .gregorian }
        if language == .persian { return (1_200...1_450).contains(year) ? .persian : .gregorian }
        guard language == .arabic else { return .gregorian }
        // A year of the present in the Islamic calendar is no year of the Middle Ages in the news.
        let isPresent = (1_400...1_460).contains(year) && documentDate != nil
        return isPresent || isNumeric && (1_300...1_500).contains(year) ? .hijri : .gregorian
    }

    // MARK: Parts of years, decades, centuries

    private func part(_ code: Int, _ fields: TimeFields) -> DateParts? {
        let (year, basis) = year(fields)
        if let year, code >= 33, calendar(ofYear: year, fields, isNumeric: false) == .hijri {
            return hijriPart(code, year)
        }
        let parts = DateParts(value: .part(code, year: year), basis: basis)
        guard year == nil else { return parts }
        return fields[.direction].map { directed(parts, $0) } ?? parts
    }

    private func division(_ fields: TimeFields) -> DateParts? {
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
        if fields.has(.century) {
            guard let century = century(whole), case .century(let number) = century.value, number > 0 else {
                return nil
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

    private func decade(_ fields: TimeFields) -> DateParts? {
        guard let decade = fields[.decade] ?? counted(fields) else { return nil }
        if decade >= 1_000 { return DateParts(value: .decade(decade)) }
        if fields[.era] == TimeEra.hijri.rawValue { return hijriDecade(decade) }
        if let century = century(fields), case .century(let number) = century.value, number > 0 {
            return DateParts(value: .decade((number - 1) * 100 + decade), basis: century.basis)
        }
        guard let now = documentDate?.components.year else {
            // The one nearest to the year last said; without one, of the twentieth century.
            let year = context.year ?? 1_950
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

    /// The first decade of a century is 0, the second 10.
    private func counted(_ fields: TimeFields) -> Int? {
        guard let ordinal = fields[.ordinal], fields.has(.century), (1...10).contains(ordinal) else {
            return nil
        }
        return (ordinal - 1) * 10
    }

    private func century(_ fields: TimeFields) -> DateParts? {
        if let number = fields[.century] {
            guard (1...30).contains(number) else { return nil }
            if fields[.era] == TimeEra.hijri.rawValue { return hijriCentury(number) }
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
