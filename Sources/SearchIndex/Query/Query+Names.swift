extension Query {
    /// Words that may be a name together.
    package struct Name: Sendable, Hashable {
        /// Their numbers in `Query.terms`.
        package var terms: Range<Int>
        /// As typed, with one space between them.
        package var words: String
        /// Folded, with one space between them.
        package var folded: String
    }

    private static let mostWordsOfName = 4

    /// Every word, and every few that stand side by side or in one phrase.
    package var names: [Name] {
        var found: [Name] = []
        var seen: Set<Range<Int>> = []
        for run in runs + phrases {
            for start in run {
                for end in (start + 1)...min(start + Self.mostWordsOfName, run.upperBound)
                where seen.insert(start..<end).inserted {
                    found.append(
                        Name(
                            terms: start..<end,
                            words: terms[start..<end].map(\.word).joined(separator: " "),
                            folded: terms[start..<end].map(\.folded).joined(separator: " ")))
                }
            }
        }
        return found
    }

    /// The numbers of the terms of each phrase that is wanted.
    private var phrases: [Range<Int>] {
        var phrases: [Range<Int>] = []
        root.forEachPositive { node, _ in
            switch node {
            case .phrase(let terms):
                if let first = terms.first?.number, first >= 0, first + terms.count <= self.terms.count {
                    phrases.append(first..<first + terms.count)
                }
            case .term(let term):
                if self.terms.indices.contains(term.number) { phrases.append(term.number..<term.number + 1) }
            default: break
            }
        }
        return phrases
    }
}
