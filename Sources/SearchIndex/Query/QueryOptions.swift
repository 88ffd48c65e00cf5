/// How a query is read where it does not say it itself.
package struct QueryOptions: Sendable, Hashable {
    /// What counts as the same word. Letters are compared folded in any case: the index holds no others.
    package enum Matching: String, Sendable, Hashable, CaseIterable {
        /// The word as written.
        case exact
        /// Also with the proclitics و ف ب ك ل س and the article in front.
        case folded
        /// Any word of the same stem.
        case stem
    }

    package var `operator`: QueryParser.Operator
    package var matching: Matching
    package var fields: QueryTerm.Fields
    /// Signs that say nothing where they stand are errors.
    package var isStrict: Bool

    package init(
        operator combination: QueryParser.Operator = .auto, matching: Matching = .stem,
        fields: QueryTerm.Fields = .any, isStrict: Bool = false
    ) {
        self.operator = combination
        self.matching = matching
        self.fields = fields
        self.isStrict = isStrict
    }
}
