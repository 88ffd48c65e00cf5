/// Words and phrases that mean the same in searches.
package struct SynonymSet: Sendable, Hashable {
    package static let mostTerms = 50
    /// Sets in a store.
    package static let mostSets = 10_000

    /// Chosen by who made it.
    package var id: String
    /// At least two; without line ends.
    package var terms: [String]
    /// The first stands for the others, but not they for it.
    package var isOneWay: Bool
    /// Seconds since 1970-01-01T00:00:00Z.
    package var changedAt: Int64

    package init(id: String, terms: [String], isOneWay: Bool, changedAt: Int64 = 0) {
        self.id = id
        self.terms = terms
        self.isOneWay = isOneWay
        self.changedAt = changedAt
    }
}
