extension IndexSnapshot {
    /// Why the document of `key` has its score; `nil` when it does not match or there is none.
    package func explain(_ key: Int64, _ query: Query) -> Explanation? {
        for (number, part) in state.parts.enumerated() {
            guard let document = part.segment.document(ofKey: key), !part.deleted.contains(document) else {
                continue
            }
            var explanation = DocumentExplanation(
                SearchPlan(query, state), part: number, document: document)
            return explanation.explanation()
        }
        return nil
    }
}
