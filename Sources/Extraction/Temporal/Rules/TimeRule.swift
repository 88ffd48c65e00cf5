/// What a rule makes of the tokens that it matches.
enum TimeRuleKind: String, Sendable {
    case date, range, list, since, until, time, timerange, duration, set
    /// So many units of time up to the document's day or from it on, or at one end of a year.
    case span
    /// Something that only looks like a time.
    case veto
}

/// A rule of a language's file, as a part of an automaton.
struct TimeRule: Sendable {
    let name: String
    let kind: TimeRuleKind
    /// The instruction that it starts with.
    let start: Int
}
