/// What documents consist of. Fields are known by their place in these lists.
package struct IndexSchema: Sendable, Hashable {
    package struct TextField: Sendable, Hashable {
        package var name: String
        /// The field's weight in BM25F.
        package var weight: Float

        package init(name: String, weight: Float) {
            self.name = name
            self.weight = weight
        }
    }

    package var textFields: [TextField]
    /// Exact values for filters and facets.
    package var keywordFields: [String]

    package init(textFields: [TextField], keywordFields: [String]) {
        self.textFields = textFields
        self.keywordFields = keywordFields
    }
}
