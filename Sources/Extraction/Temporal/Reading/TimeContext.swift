import Articles

/// What an article has said of times so far: what «the same month» and a day without year are read from.
struct TimeContext: Sendable {
    /// The last date of a day, month or year.
    private(set) var day: CivilDate?
    private(set) var month: (year: Int, month: Int)?
    private(set) var year: Int?
    /// The sentence of `year`, and whether it was written out.
    private(set) var yearSentence = -1
    private(set) var isYearExplicit = false
    /// The sentence of `day`.
    private(set) var daySentence = -1
    /// Counts sentences of the article.
    var sentence = 0

    mutating func note(_ parts: DateParts) {
        guard let days = parts.days, let first = days.first, let last = days.last else { return }
        let start = first.components
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
        default: return
        }
        year = last.components.year == start.year ? start.year : parts.year ?? start.year
        yearSentence = sentence
        isYearExplicit = parts.basis == .explicit || parts.basis == .inherited && isYearExplicit
    }
}
