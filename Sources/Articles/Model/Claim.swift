/// One sentence or list item that states an event.
package struct Claim: Sendable, Hashable {
    /// How it stands to the event's first claim.
    package enum Relation: String, Sendable, Hashable, CaseIterable {
        case states
        /// Says the same date again.
        case agrees
        /// Overlaps, one of the two being narrower.
        case refines
    }

    /// UTF-8 bytes of the article's text: the sentence or list item.
    package var range: Range<Int>
    /// The date's words, inside `range`; `nil` for a claim without a date.
    package var dateRange: Range<Int>?
    /// `nil` for a claim without a date.
    package var date: WorldDate?
    /// The index of its block in `Article.blocks`.
    package var block: Int
    package var relation: Relation

    package init(
        range: Range<Int>, dateRange: Range<Int>?, date: WorldDate?, block: Int, relation: Relation
    ) {
        self.range = range
        self.dateRange = dateRange
        self.date = date
        self.block = block
        self.relation = relation
    }
}
