extension IndexSnapshot {
    /// A word of the index, folded.
    package struct Word: Sendable, Hashable {
        package var text: String
        /// In how many documents; deleted ones count until a merge drops them.
        package var documentCount: Int

        package init(text: String, documentCount: Int) {
            self.text = text
            self.documentCount = documentCount
        }
    }

    /// The `limit` words beginning with `prefix`, folded, that are in the most documents; of as many, by their bytes.
    ///
    /// A segment offers its 4 × `limit` most frequent ones: a word that is rare in every segment can be missed when there are many.
    package func words(startingWith prefix: String, limit: Int) -> [Word] {
        guard limit > 0 else { return [] }
        var counts: [[UInt8]: Int] = [:]
        for part in state.parts {
            PrefixTerms(Array(prefix.utf8), part.segment.surfaces, most: min(limit, 1 << 20) * 4).forEach {
                counts[$0.term, default: 0] += $0.documentCount
            }
        }
        let sorted = counts.sorted { first, second in
            first.value != second.value
                ? first.value > second.value : first.key.lexicographicallyPrecedes(second.key)
        }
        return sorted.prefix(limit).map {
            Word(text: String(decoding: $0.key, as: UTF8.self), documentCount: $0.value)
        }
    }

    /// In how many documents a folded word is; deleted ones count until a merge drops them.
    package func documentCount(ofWord word: String) -> Int {
        let term = AnalyzedText.cut(Array(word.utf8))
        return state.parts.reduce(0) { $0 + ($1.segment.surfaces.find(term)?.documentCount ?? 0) }
    }
}
