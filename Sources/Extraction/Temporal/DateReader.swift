import Articles
import TextAnalysis

/// Reads explicit dates from tokens: each function reads one form at a token and gives the token after it.
struct DateReader {
    typealias Reading = (parts: DateParts, end: Int)

    let tokens: [TimeToken]
    let language: Language

    private func token(_ index: Int) -> TimeToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    /// The longest explicit date that starts at `index`; weekday, «يوم», «شهر» and «عام» before it belong to it.
    func date(at index: Int) -> Reading? {
        guard let first = token(index) else { return nil }
        if first.unit == .day, !first.is(.units) || token(index + 1)?.number != nil,
            let next = token(index + 1), next.follows || next.gap == .slash
        {
            return afterWeekday(index + 1) ?? dayDate(at: index + 1)
        }
        if first.is(.weekday) || first.is(.offset) { return afterWeekday(index) }
        if first.unit == .month, token(index + 1)?.follows == true { return monthDate(at: index + 1) }
        if let year = yearAfterUnit(at: index) { return year }
        return dayDate(at: index) ?? monthDate(at: index)
    }

    /// A weekday (or «اليوم»), then a date of a day.
    private func afterWeekday(_ index: Int) -> Reading? {
        var next = index
        while let token = token(next), token.is(.weekday) || token.is(.offset) || token.unit == .day,
            next < index + 3
        {
            next += 1
            if let gap = self.token(next)?.gap, gap != .space, gap != .comma, gap != .parenthesis {
                return nil
            }
        }
        guard next > index else { return nil }
        // «الموافق», «of», «من شهر».
        if let link = token(next), link.is(.preposition) || link.is(.link), link.number == nil { next += 1 }
        return dayDate(at: next)
    }

    // MARK: Days

    private func dayDate(at index: Int) -> Reading? {
        numericDate(at: index) ?? dayMonth(at: index) ?? monthDay(at: index)
    }

    /// 1992-04-07, 7/4/1992, 7-4-1992.
    private func numericDate(at index: Int) -> Reading? {
        guard let first = token(index), let second = token(index + 1), let third = token(index + 2),
            second.gap == third.gap, second.gap == .hyphen || second.gap == .slash,
            let one = first.number, let two = second.number, let three = third.number
        else { return nil }
        if first.digits == 4, second.digits <= 2, third.digits <= 2 {
            return full(one, two, three, index + 3)
        }
        guard third.digits == 4, first.digits <= 2, second.digits <= 2 else { return nil }
        // Day first, as in Arabic, Persian and most English outside of the United States, unless only the other order fits.
        return two > 12 ? full(three, one, two, index + 3) : full(three, two, one, index + 3)
    }

    private func full(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> Reading? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let isHijri = token(end)?.era == .hijri && token(end)?.follows == true
        let calendar: DateParts.Calendar =
            isHijri || (1_300...1_500).contains(year) && language == .arabic
            ? .hijri : (1_200...1_500).contains(year) && language == .persian ? .persian : .gregorian
        return (
            DateParts(value: .day(day, month: month, year: year), calendar: calendar), isHijri ? end + 1 : end
        )
    }

    /// 7 أبريل [1992], 7th of April, الخامس من شوال 1319هـ.
    private func dayMonth(at index: Int) -> Reading? {
        guard let first = token(index), let day = dayNumber(first) else { return nil }
        var next = index + 1
        while let link = token(next), link.follows, link.is(.link) || link.unit == .month, !isMonth(link),
            next < index + 3
        {
            next += 1
        }
        guard let name = token(next), name.gap != .sentence, name.gap != .other, name.gap != .colon,
            let (month, calendar) = month(name)
        else { return nil }
        return withYear(.day(day, month: month, year: nil), calendar, from: afterAlternative(next))
    }

    /// April 7[, 1992].
    private func monthDay(at index: Int) -> Reading? {
        guard language == .english, let name = token(index), let (month, calendar) = month(name),
            let next = token(index + 1), next.follows, let day = dayNumber(next), next.digits > 0
        else { return nil }
        return withYear(.day(day, month: month, year: nil), calendar, from: index + 2)
    }

    func dayNumber(_ token: TimeToken) -> Int? {
        if let number = token.number { return token.digits <= 2 && (1...31).contains(number) ? number : nil }
        guard let ordinal = token.value(.ordinal), (1...31).contains(ordinal) else { return nil }
        return ordinal
    }

    // MARK: Months

    func isMonth(_ token: TimeToken) -> Bool { month(token) != nil }

    private func month(_ token: TimeToken) -> (Int, DateParts.Calendar)? {
        if let month = token.value(.month) { return (month, .gregorian) }
        if let month = token.value(.hijri) { return (month, .hijri) }
        if let month = token.value(.persian) { return (month, .persian) }
        return nil
    }

    /// Past a second name of the same month: حزيران/يونيو, يناير (كانون الثاني).
    private func afterAlternative(_ index: Int) -> Int {
        guard let next = token(index + 1), next.gap == .slash || next.gap == .parenthesis || next.follows,
            let name = token(index).flatMap(month), let other = month(next), name == other
        else { return index + 1 }
        return index + 2
    }

    /// أبريل [1992], شهر مارس.
    private func monthDate(at index: Int) -> Reading? {
        guard let name = token(index), let (month, calendar) = month(name) else { return nil }
        return withYear(.month(month, year: nil), calendar, from: afterAlternative(index))
    }

    // MARK: Years

    /// The year that follows a day or month, if one does.
    private func withYear(_ value: DateParts.Value, _ calendar: DateParts.Calendar, from index: Int)
        -> Reading
    {
        let parts = DateParts(value: value, calendar: calendar)
        var next = index
        if let link = token(next), link.follows, link.is(.link), link.number == nil, !isMonth(link) {
            next += 1
        }
        if let unit = token(next), unit.follows, unit.unit == .year { next += 1 }
        guard let token = token(next), token.follows || token.gap == .comma || token.gap == .slash,
            !token.hasAnd, token.digits == 4, let year = token.number, (1_000...2_200).contains(year)
        else { return (parts, index) }
        return (parts.with(year: year), afterEra(next + 1).end)
    }

    private func afterEra(_ index: Int) -> (era: Era?, end: Int) {
        guard let next = token(index), next.follows, let era = next.era else { return (nil, index) }
        return (era, index + 1)
    }

    /// عام 1991, سال ۱۳۹۹, year 2001, سنة 1436 هـ.
    private func yearAfterUnit(at index: Int) -> Reading? {
        guard let unit = token(index), unit.unit == .year, let next = token(index + 1), next.follows,
            !next.hasAnd,
            let reading = year(at: index + 1, minimumDigits: 3)
        else { return nil }
        return reading
    }

    /// A number as a year, with its era.
    func year(at index: Int, minimumDigits: Int = 4) -> Reading? {
        guard let token = token(index), let number = token.number, !token.is(.decade),
            (minimumDigits...4).contains(token.digits)
        else {
            return nil
        }
        let (era, end) = token.era.map { ($0, index + 1) } ?? afterEra(index + 1)
        var parts = DateParts(value: .year(number))
        switch era {
        case .bc: parts.value = .year(1 - number)
        case .hijri: parts.calendar = .hijri
        case .persian: parts.calendar = .persian
        case .ad: break
        case nil:
            if language == .persian, (1_250...1_450).contains(number) { parts.calendar = .persian }
            guard number <= 2_200 else { return nil }
        }
        return (parts, end)
    }
}
