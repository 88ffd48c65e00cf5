import Articles

/// What an article has said of times so far: what «the same month» and a day without year are read from.
struct TimeContext: Sendable {
    /// The last date of a day, month or year.
    private(set) var day: CivilDate?
    private(set) var month: (year: Int, month: Int)?
    private(set) var year: Int?
    /// The century, when it was said after `year`.
    private(set) var century: Int?
    /// The calendar of `year`.
    private(set) var yearCalendar = DateParts.Calendar.gregorian
    /// The sentence of `year`, and whether it was written out.
    private(set) var yearSentence = -1
    private(set) var isYearExplicit = false
    /// The days that weekdays said alone were: one article means one day by each.
    private(set) var weekdays: [Int: CivilDate] = [:]
    /// The sentence of `day`.
    private(set) var daySentence = -1
    /// Bytes of the text: where `year` was said, and what is read now.
    private var yearEnd = 0
    var position = 0
    /// Whether no more than a few words stand between.
    var isBesideYear: Bool { position - yearEnd < 70 }
    /// The day said a few words before in the same sentence.
    var dayBeside: CivilDate? { isBesideYear && daySentence == sentence ? day : nil }
    /// Counts sentences of the article.
    var sentence = 0

    mutating func note(weekday: Int, _ parts: DateParts) {
        if let day = parts.days?.first { weekdays[weekday] = day }
    }

    mutating func note(_ parts: DateParts) {
        guard let days = parts.days, let first = days.first, let last = days.last else { return }
        let start = first.components
        century = nil
        switch parts.value {
        case .day:
            day = first
            daySentence = sentence
            month = (start.year, start.month)
        case .month, .week:
            month = (start.year, start.month)
            day = nil
        case .year, .part:
            month = nil
            day = nil
        case .century(let number):
            century = number
            return
        default: return
        }
        yearEnd = position
        let isGregorian = parts.calendar == .gregorian
        year = isGregorian && last.components.year == start.year ? start.year : parts.year ?? start.year
        yearCalendar = parts.year == nil ? .gregorian : parts.calendar
        yearSentence = sentence
        isYearExplicit = parts.basis == .explicit || parts.basis == .inherited && isYearExplicit
    }
}
