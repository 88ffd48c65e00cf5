/// The features that depend on more than one token; the same for training and tagging.
enum ContextFeatures {
    /// Features of the tokens at `index` and after it, seen at `index`.
    @inline(__always)
    static func pairs(_ tokens: [ModelToken], _ index: Int, _ use: (Feature) -> Void) {
        let next = index + 1
        guard next < tokens.count else { return }
        let (left, right) = (tokens[index].form, tokens[next].form)
        // An end and the start of the next sentence are no pair.
        if left.folded == WordForm.end.folded { return }
        use(Feature(.wordPair, left.folded, right.folded, targets: 0b11110))
        use(Feature(.stemPair, left.stem, right.stem, targets: 0b01100))
        use(Feature(.shapePair, left.shape, right.shape, targets: 0b01000))
        for kind in 0..<4 where left.clusters[kind] != 0 && right.clusters[kind] != 0 {
            use(clusterPair(kind, left, right))
        }
        if next + 1 < tokens.count, right.folded != WordForm.end.folded {
            use(Feature(.stemAround, left.stem, tokens[next + 1].form.stem, targets: 0b01000))
        }
    }

    @inline(__always)
    private static func clusterPair(_ kind: Int, _ left: WordForm, _ right: WordForm) -> Feature {
        Feature(
            .clusterPair, UInt64(left.clusters[kind]) << 16 | UInt64(right.clusters[kind]), UInt64(kind),
            targets: 0b01100)
    }

    /// What the gazetteer says of the token at `index`, with its neighbours.
    static func known(_ tokens: [ModelToken], _ index: Int, _ use: (Feature) -> Void) {
        let code = UInt64(tokens[index].known)
        guard code != 0 else { return }
        use(Feature(.known, code, targets: 0b11111))
        use(Feature(.knownClitics, code, tokens[index].form.clitics, targets: 0b00100))
        guard index > 0 else { return }
        let before = tokens[index - 1]
        use(Feature(.knownAfterStem, code, before.form.stem, targets: 0b00100))
        use(Feature(.knownPair, code, UInt64(before.known), targets: 0b00100))
        for kind in 0..<4 where before.form.clusters[kind] != 0 {
            use(
                Feature(
                    .knownAfterCluster, code, UInt64(before.form.clusters[kind]) << 3 | UInt64(kind),
                    targets: 0b00100))
        }
    }

    /// What the first pass said of the same word elsewhere in the article; `majority` is 0 when it says nothing.
    static func document(_ said: DocumentSaid, before: DocumentSaid, _ use: (Feature) -> Void) {
        guard said.majority != 0 else { return }
        use(Feature(.document, UInt64(said.majority), targets: 0b00100))
        use(Feature(.documentDetail, UInt64(said.detail), targets: 0b00100))
        if before.majority != 0 {
            use(Feature(.documentPair, UInt64(said.majority), UInt64(before.majority), targets: 0b00100))
        }
    }
}

/// What the first pass made of the other mentions of a word.
struct DocumentSaid: Equatable {
    /// 1 for O, 2 + the type; 0 when there are no other mentions.
    var majority: UInt8 = 0
    /// The majority with its share, whether it was part of longer names, and the token's own type.
    var detail: UInt32 = 0
}
