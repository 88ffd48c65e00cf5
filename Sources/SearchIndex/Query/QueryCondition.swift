/// A condition on a document's values, such as `entity:n_aze` or `date:1992/1993`.
package struct QueryCondition: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case entity, date, source, lang
    }

    /// What a condition is in the index.
    package struct Meaning: Sendable, Hashable {
        package var filter: SearchFilter
        /// How it is written in the canonical form of the query, without the kind.
        package var written: String

        package init(filter: SearchFilter, written: String) {
            self.filter = filter
            self.written = written
        }
    }

    package var kind: Kind
    /// As typed, without quotation marks.
    package var value: String

    package init(kind: Kind, value: String) {
        self.kind = kind
        self.value = value
    }
}
