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
        use(Feature(.shapePair, left.shape, right.shape, targets: 0b01100))
        if left.style > 0 {
            use(
                Feature(
                    .styleStemPair, left.stem &* 0x9e37_79b9 &+ right.stem, UInt64(left.style),
                    targets: 0b01000))
        }
        if left.frequency | right.frequency != 0 {
            use(Feature(.frequencyPair, UInt64(left.frequency), UInt64(right.frequency), targets: 0b01000))
        }
        for kind in 0..<4 where left.clusters[kind] != 0 && right.clusters[kind] != 0 {
            use(clusterPair(kind, left, right))
        }
        if next + 1 < tokens.count, right.folded != WordForm.end.folded {
            let last = tokens[next + 1].form
            use(Feature(.stemAround, left.stem, last.stem, targets: 0b01000))
            if right.isCapital {
                use(
                    Feature(
                        .shapeTriple, left.shape &* 0x9e37_79b9 &+ right.shape, last.shape, targets: 0b01000))
            }
        }
    }

    @inline(__always)
    private static func clusterPair(_ kind: Int, _ left: WordForm, _ right: WordForm) -> Feature {
        Feature(
            .clusterPair, UInt64(left.clusters[kind]) << 16 | UInt64(right.clusters[kind]), UInt64(kind),
            targets: 0b01100)
    }

    /// What the lists of names say of a token, alone.
    static func classes(_ classes: UInt64, style: UInt8, _ use: (Feature) -> Void) {
        use(Feature(.classSet, classes, targets: 0b00100))
        let place = classes >> 60
        var left = classes & (1 << 60 - 1)
        while left != 0 {
            let number = UInt64(left.trailingZeroBitCount)
            use(Feature(.classes, number, place, targets: 0b11111))
            if style > 0 {
                use(Feature(.styleClasses, number << 3 | place, UInt64(style), targets: 0b00100))
            }
            left &= left - 1
        }
    }

    /// What the lists of names say of the token at `index`, with its neighbours.
    static func classPairs(_ tokens: [ModelToken], _ index: Int, _ use: (Feature) -> Void) {
        let token = tokens[index]
        guard index > 0, index + 1 < tokens.count else { return }
        let (before, after) = (tokens[index - 1], tokens[index + 1])
        if token.classes != 0 || before.classes != 0 {
            use(Feature(.classSetPair, before.classes, token.classes, targets: 0b01100))
        }
        guard token.classes != 0 else { return }
        use(Feature(.classSetClitics, token.classes, token.form.clitics, targets: 0b00100))
        let place = token.classes >> 60
        var left = token.classes & (1 << 60 - 1)
        while left != 0 {
            let number = UInt64(left.trailingZeroBitCount) << 3 | place
            use(Feature(.classSetAfterWord, number, before.form.folded, targets: 0b00100))
            use(Feature(.classSetAfterStem, number, before.form.stem, targets: 0b00100))
            use(Feature(.classSetBeforeWord, number, after.form.folded, targets: 0b00100))
            use(Feature(.classSetClitics, number, token.form.clitics, targets: 0b00100))
            left &= left - 1
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
