extension SearchPlan {
    private func find(_ term: [UInt8], _ space: KeyPath<Segment, TermSpace>) -> Term {
        Term(entries: state.parts.map { $0.segment[keyPath: space].find(term) })
    }

    private func stems(_ term: QueryTerm) -> [Term] {
        term.stems.map { find($0, \.stems) }.filter { $0.documentCount > 0 }
    }

    func weight(_ documents: Int, factor: Double = 1) -> UInt32 {
        Scoring.weight(
            documents: min(documents, state.documentCount), total: state.documentCount, factor: factor)
    }

    func word(_ term: QueryTerm, isScored: Bool) -> Leaf {
        let stems = stems(term)
        let count = stems.reduce(0) { $0 + $1.documentCount }
        var extra: [Term] = []
        if isScored, !stems.isEmpty {
            // Where none of its stems is, neither is the word.
            let surface = Term(
                entries: state.parts.indices.map { part in
                    stems.contains { $0.entries[part] != nil }
                        ? state.parts[part].segment.surfaces.find(term.surface) : nil
                })
            if surface.documentCount > 0 { extra.append(surface) }
        }
        return Leaf(
            matching: .word(stems), extra: extra, text: term.folded, documentCount: count,
            wordCounts: [count], isScored: isScored)
    }

    /// Words in an arrangement or in fields. Counts as a term as rare as its words together.
    func words(
        _ terms: [QueryTerm], _ arrangement: PositionMatcher.Arrangement, isScored: Bool
    ) -> Leaf {
        let slots = terms.map(stems)
        let counts = slots.map { $0.reduce(0) { $0 + $1.documentCount } }
        let words = Words(slots: slots, arrangement: arrangement, fields: terms.first?.fields ?? .any)
        return Leaf(
            matching: .positions(words), text: terms.map(\.folded).joined(separator: " "),
            documentCount: counts.min() ?? 0, wordCounts: counts, isScored: isScored)
    }

    /// A word said twice need not be there twice.
    static func distinct(_ terms: [QueryTerm]) -> [QueryTerm] {
        var distinct: [QueryTerm] = []
        for term in terms where !distinct.contains(where: { $0.stems == term.stems }) {
            distinct.append(term)
        }
        return distinct
    }

    /// Counts as one term that occurs once in each document.
    func prefix(_ term: QueryTerm, isScored: Bool) -> Leaf {
        let expansion = PrefixExpansion(term.surface, fields: term.fields, state)
        let count = expansion.documentCount
        return Leaf(
            matching: .prefix(expansion.documents, weight: 0), text: term.folded + "*",
            documentCount: count, wordCounts: [count], isScored: isScored)
    }

    func filter(_ filter: SearchFilter, _ written: String) -> Leaf {
        let counts = filter.clauses.filter { !$0.negated }.map { clause in
            clause.values.reduce(0) { sum, value in
                sum
                    + find(SegmentBuilder.keywordTerm(field: clause.field, value: value), \.keywords)
                    .documentCount
            }
        }
        return Leaf(
            matching: .filter(filter), text: written, documentCount: counts.min() ?? state.documentCount,
            wordCounts: [], isScored: false)
    }

    /// Weighs a leaf's terms by the number of documents that they are in, or by that of the choice that it belongs to. The stems of a
    /// word weigh the same, as if they were one.
    func weigh(_ leaf: inout Leaf, as documents: Int? = nil, factor: Double = 1) {
        let counts = documents.map { [$0] } ?? leaf.wordCounts
        let weight = counts.reduce(UInt32(0)) { $0 + self.weight($1, factor: factor) }
        leaf.maximum = leaf.isScored ? weight : 0
        switch leaf.matching {
        case .word(var stems):
            for index in stems.indices { stems[index].weight = weight }
            leaf.matching = .word(stems)
            // A document can have several of them.
            if leaf.isScored { leaf.maximum = weight &* UInt32(stems.count) }
            for index in leaf.extra.indices {
                let count = max(leaf.extra[index].documentCount, documents ?? 0)
                leaf.extra[index].weight = self.weight(count, factor: factor * Scoring.surfaceWeight)
                leaf.maximum += leaf.extra[index].weight
            }
        case .positions(var words):
            words.weight = weight
            leaf.matching = .positions(words)
        case .prefix(let documents, _): leaf.matching = .prefix(documents, weight: weight)
        case .filter: break
        }
    }
}
