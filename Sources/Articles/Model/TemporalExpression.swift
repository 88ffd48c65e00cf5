/// Words of a text that say when.
package struct TemporalExpression: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case date = "DATE"
        case range = "RANGE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    /// UTF-8 bytes of the article's text.
    package var range: Range<Int>
    package var kind: Kind
    /// EDTF for dates and ranges, ISO 8601 for times, durations and sets.
    package var value: String
    /// What a date or range covers; `nil` for the other kinds.
    package var date: WorldDate?
    /// The index of its block in `Article.blocks`.
    package var block: Int
    /// The name of the rule that read it.
    package var rule: String
    /// Whether its sentence states something that happened, or is due, at that time.
    package var isEvent: Bool
    /// 0…1: how sure it is that the words mean this time.
    package var confidence: Double

    package init(
        range: Range<Int>, kind: Kind, value: String, date: WorldDate?, block: Int, rule: String,
        isEvent: Bool = false, confidence: Double = 1
    ) {
        self.range = range
        self.kind = kind
        self.value = value
        self.date = date
        self.block = block
        self.rule = rule
        self.isEvent = isEvent
        self.confidence = confidence
    }
}
