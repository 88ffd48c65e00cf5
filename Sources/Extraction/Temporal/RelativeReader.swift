import Articles

/// Reads what is said from the document's day: yesterday, last year, الخميس الماضي, التسعينيات; and gives dates without a
/// year the one that is meant.
struct RelativeReader {
    let tokens: [TimeToken]
    let documentDate: CivilDate?

    private func token(_ index: Int) -> TimeToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    /// -1 for «الماضي», 0 for «الجاري», 1 for «المقبل» at a token; `nil` for anything else.
    func direction(at index: Int) -> Int? {
        guard let token = token(index), token.follows, token.number == nil else { return nil }
        return direction(of: token)
    }

    private func direction(of token: TimeToken) -> Int? {
        if token.is(.last) { return -1 }
        if token.is(.next) { return 1 }
        return token.is(.this) ? 0 : nil
    }

    func date(at index: Int) -> DateReader.Reading? {
        decade(at: index) ?? century(at: index) ?? offset(at: index) ?? weekday(at: index) ?? unit(at: index)
    }

    // MARK: Decades and centuries

    /// تسعينيات القرن الماضي, the 1990s.
    private func decade(at index: Int) -> DateReader.Reading? {
        guard let decade = token(index)?.value(.decade) else { return nil }
        if let year = token(index)?.number {
            guard year % 10 == 0, (1_500...2_090).contains(year) else { return nil }
            return (DateParts(value: .decade(year)), index + 1)
        }
        guard decade > 0 else { return nil }
        var next = index + 1
        if let link = token(next), link.is(.link), link.follows { next += 1 }
        if let century = century(at: next), case .century(let number) = century.parts.value {
            return (DateParts(value: .decade((number - 1) * 100 + decade)), century.end)
        }
        // Without a century the last one is meant.
        return (DateParts(value: .decade(1_900 + decade)), index + 1)
    }

    /// القرن العشرين, القرن الماضي, the 19th century.
    private func century(at index: Int) -> DateReader.Reading? {
        guard let first = token(index) else { return nil }
        if first.unit == .century, let next = token(index + 1), next.follows {
            if next.is(.last) { return (DateParts(value: .century(20)), index + 2) }
            if next.is(.this) { return (DateParts(value: .century(21)), index + 2) }
            guard let number = next.value(.ordinal) ?? next.number, (1...21).contains(number), next.digits < 3
            else {
                return nil
            }
            return (DateParts(value: .century(number)), index + 2)
        }
        guard let next = token(index + 1), next.follows, next.unit == .century,
            let number = first.is(.ordinal) ? first.number ?? first.value(.ordinal) : nil,
            (1...21).contains(number)
        else { return nil }
        return (DateParts(value: .century(number)), index + 2)
    }

    // MARK: From the document's day

    /// أمس, اليوم, yesterday; a weekday after it belongs to it.
    private func offset(at index: Int) -> DateReader.Reading? {
        guard let documentDate, let days = token(index)?.value(.offset) else { return nil }
        let hasWeekday =
            token(index + 1).map { $0.is(.weekday) && ($0.follows || $0.gap == .parenthesis) } ?? false
        // «اليوم» alone often means nowadays.
        if days == 0, !hasWeekday, token(index)?.unit == .day { return nil }
        return (relative(documentDate.dayNumber + days), hasWeekday ? index + 2 : index + 1)
    }

    /// [يوم] الخميس [الماضي].
    private func weekday(at index: Int) -> DateReader.Reading? {
        var next = index
        if token(next)?.unit == .day, token(next)?.is(.unit) == true, token(next + 1)?.follows == true {
            next += 1
        }
        guard let documentDate, let weekday = token(next)?.value(.weekday) else { return nil }
        // 1970-01-01 was a Thursday.
        let today = (documentDate.dayNumber + 3) %% 7 + 1
        let direction = direction(at: next + 1)
        let back = (today - weekday) %% 7
        let day: Int
        switch direction {
        case 1: day = documentDate.dayNumber + (back == 0 ? 7 : 7 - back)
        case -1: day = documentDate.dayNumber - (back == 0 ? 7 : back)
        default: day = documentDate.dayNumber - back
        }
        return (relative(day), direction == nil ? next + 1 : next + 2)
    }

    private func relative(_ dayNumber: Int) -> DateParts {
        let (year, month, day) = CivilDate(dayNumber: dayNumber).components
        return DateParts(value: .day(day, month: month, year: year), basis: .relative)
    }

    /// العام الماضي, last year, هذا الشهر, الأسبوع المقبل.
    private func unit(at index: Int) -> DateReader.Reading? {
        guard let documentDate, let first = token(index) else { return nil }
        if let unit = singular(first), let direction = direction(at: index + 1) {
            return value(unit, direction, documentDate).map { ($0, index + 2) }
        }
        guard let direction = direction(of: first), let next = token(index + 1), next.follows,
            let unit = singular(next)
        else { return nil }
        return value(unit, direction, documentDate).map { ($0, index + 2) }
    }

    /// 10 سنوات, عامين: so long before the document's day, as precise as the unit.
    func ago(at index: Int) -> DateReader.Reading? {
        guard let documentDate, let first = token(index) else { return nil }
        var count = first.number ?? first.value(.number)
        var next = index + 1
        if count == nil, first.is(.units) {
            // The dual.
            count = first.folded.hasSuffix("ين") ? 2 : nil
            next = index
        }
        guard let count, (1...2_000).contains(count), let token = token(next), next == index || token.follows,
            let unit = token.unit
        else { return nil }
        let (year, month, _) = documentDate.components
        switch unit {
        case .year: return (DateParts(value: .year(year - count), basis: .relative), next + 1)
        case .month:
            let months = year * 12 + month - 1 - count
            let parts = DateParts(
                value: .month(months %% 12 + 1, year: (months - months %% 12) / 12), basis: .relative)
            return (parts, next + 1)
        case .day: return (relative(documentDate.dayNumber - count), next + 1)
        case .week: return (relative(documentDate.dayNumber - 7 * count), next + 1)
        case .decade, .century: return nil
        }
    }

    private func singular(_ token: TimeToken) -> TimeUnit? {
        token.value(.unit).flatMap(TimeUnit.init)
    }

    private func value(_ unit: TimeUnit, _ direction: Int, _ date: CivilDate) -> DateParts? {
        let (year, month, _) = date.components
        let value: DateParts.Value
        switch unit {
        case .year: value = .year(year + direction)
        case .month:
            let months = year * 12 + month - 1 + direction
            value = .month(months %% 12 + 1, year: (months - months %% 12) / 12)
        case .week:
            let monday = date.dayNumber - (date.dayNumber + 3) %% 7
            value = .week(monday: CivilDate(dayNumber: monday + 7 * direction))
        case .day, .decade, .century: return nil
        }
        return DateParts(value: value, basis: .relative)
    }

    // MARK: Missing years

    /// A day or month without a year gets the one nearest to the document's day, the past being nearer; after «الماضي» or
    /// «المقبل» (`end`) the nearest on that side. Without a document's day the year stays unknown.
    func resolved(_ parts: DateParts, end direction: Int? = nil) -> DateParts {
        guard let documentDate, parts.year == nil, parts.calendar == .gregorian else { return parts }
        switch parts.value {
        case .day, .month: break
        default: return parts
        }
        let year = documentDate.components.year
        let candidates = (year - 1...year + 1).map { parts.with(year: $0) }
        let best = candidates.min { cost($0, documentDate, direction) < cost($1, documentDate, direction) }
        guard var best else { return parts }
        best.basis = .relative
        return best
    }

    private func cost(_ parts: DateParts, _ date: CivilDate, _ direction: Int?) -> Int {
        guard let day = parts.worldDate?.lower?.dayNumber else { return .max }
        let distance = day - date.dayNumber
        if let direction, direction != 0, distance.signum() == -direction { return abs(distance) + 1_000 }
        return distance > 0 ? distance * 2 : -distance
    }
}

infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative.
func %% <Number: BinaryInteger>(number: Number, divisor: Number) -> Number {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
}
