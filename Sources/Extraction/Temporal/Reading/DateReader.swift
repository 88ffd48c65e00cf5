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
            let isBC = fields[.era] == TimeEra.bc.rawValue
            return (1...9).contains(number) ? DateParts(value: .millennium(isBC ? -number : number)) : nil
        }
        return dayOrMonth(fields)
    }

    // MARK: Days and months

    func dayOrMonth(_ fields: TimeFields) -> DateParts? {
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
    func month(_ fields: TimeFields) -> (Int, DateParts.Calendar?)? {
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
            if isShortSolar(year, fields) { return (1_300 + year, .explicit) }
            // «عام 67» of the news.
            if language == .arabic, documentDate != nil, (10...99).contains(year), !fields.has(.era) {
                return (expanded(year), .explicit)
            }
            return (fields[.era] == TimeEra.bc.rawValue ? 1 - year : year, .explicit)
        }
        if let short = fields[.shortyear] {
            if fields.has(.hijri) { return (short, .explicit) }
            let isSolar = language == .persian && !fields.has(.month)
            return (isSolar ? short + (short < 10 ? 1_400 : 1_300) : expanded(short), .explicit)
        }
        guard let direction = fields[.yeardirection].flatMap(TimeDirection.init) else {
            return (nil, .explicit)
        }
        return year(direction, fields)
    }

    /// «سال ۹۴» without a word for the calendar: the last two digits of an Iranian year.
    private func isShortSolar(_ year: Int, _ fields: TimeFields) -> Bool {
        language == .persian && (11...99).contains(year)
            && [.era, .month, .hijri].allSatisfy { !fields.has($0) }
    }

    /// The calendar in which texts count years, as of «امسال».
    private func ownCalendar(_ fields: TimeFields) -> DateParts.Calendar {
        guard language == .persian, fields[.era] != TimeEra.ad.rawValue, !fields.has(.month) else {
            return .gregorian
        }
        return fields.has(.hijri) ? .hijri : .persian
    }

    /// Years that texts in Persian give in the Iranian calendar, unless they say otherwise.
    static let solarYears = 1_200...1_415

    private func year(
        _ direction: TimeDirection, _ fields: TimeFields
    ) -> (year: Int?, basis: WorldDate.Basis) {
        let year = documentDate.flatMap { CalendarConversion.month(of: $0, in: ownCalendar(fields))?.year }
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
        case .hijri: return .hijri
        case .persian: return .persian
        case .ad, .bc: return .gregorian
        case nil: break
        }
        if let direction = fields[.yeardirection].flatMap(TimeDirection.init),
            [.same, .before, .after].contains(direction), context.year != nil
        {
            return context.yearCalendar
        }
        guard let year else { return .gregorian }
        if language == .persian { return Self.solarYears.contains(year) ? .persian : .gregorian }
        guard language == .arabic else { return .gregorian }
        // A year of the present in the Islamic calendar is no year of the Middle Ages in the news.
        let isPresent = (1_400...1_460).contains(year) && documentDate != nil
        return isPresent || isNumeric && (1_300...1_500).contains(year) ? .hijri : .gregorian
    }
}
