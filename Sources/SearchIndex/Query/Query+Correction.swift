extension Query {
    /// How many letters of a word may be wrong.
    package enum Tolerance: String, Sendable, Hashable, CaseIterable {
        /// One in words of 4 letters or more, two in words of 8 or more.
        case auto
        case none = "0"
        case one = "1"
        case two = "2"

        fileprivate func distance(letters: Int) -> Int {
            let most = letters < 4 ? 0 : letters < 8 ? 1 : 2
            switch self {
            case .auto, .two: return most
            case .one: return min(most, 1)
            case .none: return 0
            }
        }
    }

    /// A word in so few documents may be mistyped, if what it is like is in this many times more.
    private static let few = 2
    private static let timesMore = 10
    private static let mostAlternatives = 5
    /// Words of a query that are looked into.
    private static let mostWords = 8

    /// Looks also for words of the index that are like those that nothing, or hardly anything, has; short words and words with digits
    /// are taken as they are, and so are those that have alternatives. Sets `corrected`.
    package mutating func correct(_ tolerance: Tolerance, in snapshot: IndexSnapshot) {
        guard options.matching == .stem else { return }
        var left = Self.mostWords
        var replacements: [(word: String, by: String)] = []
        var seen: Set<[UInt8]> = []
        for term in terms where left > 0 && isWanted(term.number) && aliases[term.number] == nil {
            let scalars = term.folded.unicodeScalars
            let distance = tolerance.distance(letters: scalars.count)
            guard distance > 0, !scalars.contains(where: { $0.properties.numericType != nil }) else {
                continue
            }
            let known = snapshot.state.documentCount(ofStems: term.stems)
            guard known <= Self.few, seen.insert(term.surface).inserted else { continue }
            left -= 1
            let found = Self.similar(to: term, distance, known: known, in: snapshot.state)
            guard let first = found.first else { continue }
            replacements.append((term.word, String(decoding: first.word, as: UTF8.self)))
            widen(
                term.number..<term.number + 1,
                by: found.map {
                    QueryAlternative(
                        .text(String(decoding: $0.word, as: UTF8.self)), reason: "typo:" + term.word,
                        weight: $0.distance > 1 ? 0.6 : 0.8, isCorrection: true)
                })
        }
        if !replacements.isEmpty { corrected = Self.replaced(text, replacements) }
    }

    /// The closest, those in the most documents first.
    private static func similar(
        to term: QueryTerm, _ distance: Int, known: Int, in state: IndexState
    ) -> [SimilarWords.Candidate] {
        guard var words = SimilarWords(to: term.surface, distance: distance) else { return [] }
        let enough = known == 0 ? 1 : known * timesMore
        let found = words.candidates(in: state).filter { $0.documentCount >= enough }
        guard let closest = found.map(\.distance).min() else { return [] }
        let sorted = found.filter { $0.distance == closest }.sorted { first, second in
            if first.documentCount != second.documentCount {
                return first.documentCount > second.documentCount
            }
            return first.word.lexicographicallyPrecedes(second.word)
        }
        return Array(sorted.prefix(mostAlternatives))
    }

    private static func replaced(_ text: String, _ replacements: [(word: String, by: String)]) -> String {
        var corrected = ""
        var rest = text[...]
        for (word, other) in replacements {
            guard let range = rest.firstRange(of: word) else { continue }
            corrected += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return corrected + rest
    }

    /// Whether a term is looked for as a word, not excluded and no prefix.
    private func isWanted(_ number: Int) -> Bool {
        var isFound = false
        root.forEachPositive { node, _ in
            switch node {
            case .term(let term): isFound = isFound || term.number == number
            case .phrase(let terms), .near(let terms, _):
                isFound = isFound || terms.contains { $0.number == number }
            default: break
            }
        }
        return isFound
    }
}

extension IndexState {
    /// In how many documents a word with one of these stems is at most.
    fileprivate func documentCount(ofStems stems: [[UInt8]]) -> Int {
        parts.reduce(0) { sum, part in
            sum + stems.reduce(0) { $0 + (part.segment.stems.find($1)?.documentCount ?? 0) }
        }
    }
}
