/// What one end of a range or one item of a list leaves out, because another one says it.
enum RangeCompletion {
    private static let months: [TimeField] = [.month, .hijri, .persian, .monthnumber]
    private static let years: [TimeField] = [.year, .shortyear, .yeardirection]

    /// Both ends with what only one has.
    static func complete(_ first: inout TimeFields, _ second: inout TimeFields) {
        if hasDay(first), !hasMonth(first), hasMonth(second) { copy(months, from: second, to: &first) }
        if hasDay(second), !hasMonth(second), hasMonth(first) { copy(months, from: first, to: &second) }
        if hasDay(first), !hasMonth(first), isOfUnit(second) { copy(ofUnit, from: second, to: &first) }
        if hasMonth(first), !hasYear(first), !first.has(.direction) {
            if hasYear(second) || second.has(.direction) {
                copyYear(from: second, to: &first, isEarlier: true)
            }
        } else if hasMonth(second), !hasYear(second), !second.has(.direction) {
            copyYear(from: first, to: &second, isEarlier: false)
        }
        expandShortYear(&first, &second)
        if second.has(.era), !first.has(.era) { first[.era] = second[.era] }
    }

    /// «۷۰–۱۳۶۹», written from right to left, in the order of time.
    static func order(_ first: inout TimeFields, _ second: inout TimeFields) {
        guard let short = first[.shortyear], let year = second[.year], short > year % 100 else { return }
        swap(&first, &second)
    }

    /// Years of which one can't be of the Iranian calendar, as «1150–1250», are both Gregorian.
    static func completeCalendar(_ first: inout TimeFields, _ second: inout TimeFields) {
        guard let start = first[.year], let end = second[.year], !first.has(.era), !second.has(.era),
            !first.has(.persian), !second.has(.persian), !first.has(.hijri), !second.has(.hijri),
            DateReader.solarYears.contains(start) != DateReader.solarYears.contains(end), end >= 100
        else { return }
        first[.era] = TimeEra.ad.rawValue
        second[.era] = TimeEra.ad.rawValue
    }

    /// Items of a list share the month and year of the last.
    static func complete(_ items: inout [TimeFields]) {
        // «August 21 and 22, 2006»: the first has the month.
        if let first = items.first, let end = items.indices.last, hasDay(items[end]), !hasMonth(items[end]) {
            copy(months, from: first, to: &items[end])
        }
        guard let last = items.last else { return }
        for index in items.indices.dropLast() {
            if hasDay(items[index]), !hasMonth(items[index]), hasMonth(last) {
                copy(months, from: last, to: &items[index])
            }
            if hasDay(items[index]), isOfUnit(last) { copy(ofUnit, from: last, to: &items[index]) }
            if hasMonth(items[index]) || items[index].has(.season), !hasYear(items[index]) {
                copy(years + [.era, .direction], from: last, to: &items[index])
            }
            if items[index].has(.weekday), !items[index].has(.direction) {
                items[index][.direction] = last[.direction]
            }
            if last.has(.era), !items[index].has(.era) { items[index][.era] = last[.era] }
        }
    }

    /// Whether both ends are days or months, and no word tells of which year.
    static func lackYears(_ first: TimeFields, _ second: TimeFields) -> Bool {
        [first, second].allSatisfy { hasMonth($0) && !hasYear($0) && !$0.has(.direction) }
    }

    private static func hasDay(_ fields: TimeFields) -> Bool {
        fields.has(.day) || fields.has(.ordinal) && !fields.has(.division) && !fields.has(.century)
    }

    /// «15 من الشهر الماضي».
    private static let ofUnit: [TimeField] = [.unit, .direction]

    private static func isOfUnit(_ fields: TimeFields) -> Bool {
        hasDay(fields) && !hasMonth(fields) && ofUnit.allSatisfy(fields.has)
    }

    private static func hasMonth(_ fields: TimeFields) -> Bool { months.contains(where: fields.has) }

    private static func hasYear(_ fields: TimeFields) -> Bool { years.contains(where: fields.has) }

    private static func month(_ fields: TimeFields) -> Int? { months.lazy.compactMap { fields[$0] }.first }

    private static func copy(_ copied: [TimeField], from source: TimeFields, to target: inout TimeFields) {
        for field in copied where !target.has(field) { target[field] = source[field] }
    }

    /// From November to March 2018: the earlier end lies in the year before.
    private static func copyYear(
        from source: TimeFields, to target: inout TimeFields, isEarlier: Bool
    ) {
        copy(years + [.era, .direction], from: source, to: &target)
        guard let year = target[.year], let one = month(target), let other = month(source), source.has(.year)
        else { return }
        if isEarlier, one > other { target[.year] = year - 1 }
        if !isEarlier, one < other { target[.year] = year + 1 }
    }

    /// 1990-95, «99 - 2000م».
    private static func expandShortYear(_ first: inout TimeFields, _ second: inout TimeFields) {
        if let short = first[.year], let year = second[.year], short < 100, year >= 1_000,
            second[.era] != TimeEra.bc.rawValue
        {
            let expanded = year - year % 100 + short
            first[.year] = expanded < year ? expanded : expanded - 100
        }
        guard let short = second[.shortyear], let year = first[.year] else { return }
        let expanded = year - year % 100 + short
        second[.shortyear] = nil
        second[.year] = expanded > year ? expanded : expanded + 100
    }
}
