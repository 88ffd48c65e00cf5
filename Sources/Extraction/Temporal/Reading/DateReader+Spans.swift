import Articles

extension DateReader {
    typealias Ends = (first: DateParts, last: DateParts)

    /// «السنوات الخمس الماضية»: as many units up to the document's unit, or from it on. Hours are left to durations.
    func span(_ fields: TimeFields) -> Ends? {
        guard let day = documentDate, let unit = fields[.unit].flatMap(TimeUnit.init), unit.rawValue >= 4,
            let count = fields[.count], (1...10_000).contains(count),
            let direction = fields[.direction].flatMap(TimeDirection.init),
            direction == .last || direction == .next
        else { return nil }
        let (step, size): (TimeUnit, Int) =
            switch unit {
            case .decade: (.year, 10)
            case .century: (.year, 100)
            case .week: (.day, 7)
            default: (unit, 1)
            }
        guard let near = shifted(day, step, 0, .relative),
            let far = shifted(day, step, direction.rawValue * count * size, .relative)
        else { return nil }
        return direction == .last ? (far, near) : (near, far)
    }

    /// «الأشهر الثلاثة الأولى من عام 2017», «آخر شهرين من العام»: months or decades at one end of a year.
    func partOfYear(_ fields: TimeFields) -> Ends? {
        guard fields[.unit] == TimeUnit.month.rawValue, let count = fields[.count], (1...11).contains(count)
        else { return nil }
        let said = year(fields)
        let isThis = fields[.unit2] == TimeUnit.year.rawValue
        guard let year = said.year ?? (isThis ? documentDate?.components.year : nil),
            calendar(ofYear: year, fields, isNumeric: false) == .gregorian
        else { return nil }
        let basis = said.year == nil ? WorldDate.Basis.relative : said.basis
        let months = fields.has(.ordinal) ? 1...count : 13 - count...12
        return (
            DateParts(value: .month(months.lowerBound, year: year), basis: basis),
            DateParts(value: .month(months.upperBound, year: year), basis: basis)
        )
    }

    /// «الخامس عشر من الشهر الماضي», «26 منه».
    func dayOfMonth(_ fields: TimeFields) -> DateParts? {
        guard let day = fields[.day] ?? fields[.ordinal], fields[.unit] == TimeUnit.month.rawValue,
            let direction = fields[.direction].flatMap(TimeDirection.init),
            let parts = unit(.month, direction), case .month(let month, let year?) = parts.value
        else { return nil }
        return DateParts(value: .day(day, month: month, year: year), basis: parts.basis)
    }
}

extension DateParts {
    /// «من الاثنين إلى الخميس»: a weekday before `start` is that of the week after.
    func inWeek(after start: DateParts) -> DateParts {
        guard let first = start.days?.first, let day = days?.first, day < first,
            first.dayNumber - day.dayNumber < 7
        else { return self }
        var later = self
        later.value = DateParts.day(CivilDate(dayNumber: day.dayNumber + 7))
        return later
    }
}
