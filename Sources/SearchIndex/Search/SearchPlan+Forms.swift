/// Words that count in some of their forms only.
extension SearchPlan {
    /// A word in one of these forms; counts as one term.
    func word(_ term: QueryTerm, forms: [[UInt8]], isScored: Bool) -> Leaf {
        let found = forms.map { form in
            Term(entries: state.parts.map { $0.segment.surfaces.find(form) })
        }.filter { $0.documentCount > 0 }
        let count = found.reduce(0) { $0 + $1.documentCount }
        return Leaf(
            matching: .word(found), text: term.folded, documentCount: count, wordCounts: [count],
            isScored: isScored)
    }

    /// What documents must have besides `terms` in their arrangement, which is known of stems alone: each word in one of its forms.
    func forms(of terms: [QueryTerm]) -> [Leaf] {
        terms.compactMap { term in term.forms.map { word(term, forms: $0, isScored: false) } }
    }
}
