extension Query {
    /// A phrase is said in no more ways.
    private static let mostPhrases = 16

    /// Looks also for `alternatives` wherever the terms of these numbers stand as words or phrase that are wanted: each of the words
    /// is found where the alternative is.
    package mutating func widen(_ terms: Range<Int>, by alternatives: [QueryAlternative]) {
        guard !alternatives.isEmpty else { return }
        root = Self.widened(root, terms, by: alternatives)
        let words = alternatives.compactMap { alternative -> String? in
            guard !alternative.isCorrection, case .text(let text) = alternative.meaning else { return nil }
            return QueryAnalysis().terms(of: Array(text.utf8)).map(\.folded).joined(separator: " ")
        }
        for number in terms {
            for word in words where !aliases[number, default: []].contains(word) {
                aliases[number, default: []].append(word)
            }
        }
    }

    private static func widened(
        _ node: QueryNode, _ range: Range<Int>, by alternatives: [QueryAlternative]
    ) -> QueryNode {
        switch node {
        case .term(let term) where range.contains(term.number):
            return best(node, alternatives.compactMap { Self.node($0, like: term, before: [], after: []) })
        case .phrase(let terms): return widened(phrase: terms, range, by: alternatives)
        case .near(let terms, let distance):
            return .near(terms.map { withStems($0, range, alternatives) }, distance: distance)
        case .best(let others):
            guard let first = others.first else { return node }
            let more = widened(first.node, range, by: alternatives)
            guard case .best(let found) = more else { return .best([with(more, first)] + others.dropFirst()) }
            return .best(found + others.dropFirst())
        case .all(let nodes): return .all(nodes.map { widened($0, range, by: alternatives) })
        case .any(let nodes): return .any(nodes.map { widened($0, range, by: alternatives) })
        case .auto(let nodes): return .auto(nodes.map { widened($0, range, by: alternatives) })
        case .term, .prefix, .filter, .not: return node
        }
    }

    private static func with(_ node: QueryNode, _ old: QueryNode.Alternative) -> QueryNode.Alternative {
        QueryNode.Alternative(node: node, weight: old.weight, reason: old.reason)
    }

    private static func best(_ node: QueryNode, _ others: [QueryNode.Alternative]) -> QueryNode {
        others.isEmpty ? node : .best([QueryNode.Alternative(node: node)] + others)
    }

    /// A part of a phrase said otherwise makes another phrase; what is known of documents can only stand for the whole.
    private static func widened(
        phrase terms: [QueryTerm], _ range: Range<Int>, by alternatives: [QueryAlternative]
    ) -> QueryNode {
        guard let first = terms.first, range.lowerBound >= first.number,
            range.upperBound <= first.number + terms.count
        else { return .phrase(terms) }
        let start = range.lowerBound - first.number
        let before = Array(terms[..<start])
        let after = Array(terms[(start + range.count)...])
        let others = alternatives.compactMap { node($0, like: first, before: before, after: after) }
        return best(
            .phrase(range.count == 1 ? terms.map { withStems($0, range, alternatives) } : terms),
            Array(others.prefix(mostPhrases)))
    }

    private static func node(
        _ alternative: QueryAlternative, like term: QueryTerm, before: [QueryTerm], after: [QueryTerm]
    ) -> QueryNode.Alternative? {
        let node: QueryNode
        switch alternative.meaning {
        case .filter(let filter, let written):
            guard before.isEmpty, after.isEmpty, term.fields == .any else { return nil }
            node = .filter(filter, written: written)
        case .text(let text):
            var words = QueryAnalysis().terms(of: Array(text.utf8))
            for index in words.indices { words[index].fields = term.fields }
            // A single word inside of a phrase is one of the phrase's own alternatives.
            guard let first = words.first, words.count > 1 || before.isEmpty && after.isEmpty else {
                return nil
            }
            let all = before + words + after
            node = all.count == 1 ? .term(first) : .phrase(all)
        }
        return QueryNode.Alternative(node: node, weight: alternative.weight, reason: alternative.reason)
    }

    /// The term with the stems of single words that stand for it.
    private static func withStems(
        _ term: QueryTerm, _ range: Range<Int>, _ alternatives: [QueryAlternative]
    ) -> QueryTerm {
        guard range == term.number..<term.number + 1 else { return term }
        var term = term
        for case .text(let text) in alternatives.map(\.meaning) {
            let words = QueryAnalysis().terms(of: Array(text.utf8))
            guard words.count == 1, let word = words.first else { continue }
            for stem in word.stems where !term.stems.contains(stem) { term.stems.append(stem) }
            if term.forms != nil { term.forms?.append(word.surface) }
        }
        return term
    }
}
