/// What the first pass made of each word of an article, by the word's stem.
struct DocumentTable: Sendable {
    private struct Said {
        /// Lane 0 for O, 1 + the type for others.
        var counts = SIMD8<UInt32>(repeating: 0)
        /// How often it was part of a longer name.
        var inLonger: UInt32 = 0
    }

    private var keys: [UInt64] = []
    private var said: [Said] = []

    /// Counts the labels of the words of an article; `labels` has one for each token.
    mutating func count(_ tokens: [ModelToken], _ labels: [UInt8]) {
        var size = 64
        while size < tokens.count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        said = Array(repeating: Said(), count: size)
        for index in tokens.indices where !tokens[index].form.isShort && tokens[index].word >= 0 {
            let slot = slot(tokens[index].form.stem)
            keys[slot] = tokens[index].form.stem
            said[slot].counts[Self.lane(labels[index])] &+= 1
            if labels[index] >= 8 { said[slot].inLonger &+= 1 }
        }
    }

    private static func lane(_ label: UInt8) -> Int { label == 0 ? 0 : 1 + LabelSet.type(Int(label)) }

    /// Half of the slots are free, so that this ends.
    private func slot(_ key: UInt64) -> Int {
        var slot = Int(NameKey.finished(key) & UInt64(keys.count - 1))
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    /// What was said of the other mentions of a token's word.
    func said(of token: ModelToken, label: UInt8) -> DocumentSaid {
        guard token.word >= 0, !token.form.isShort, !keys.isEmpty else { return DocumentSaid() }
        let found = said[slot(token.form.stem)]
        var counts = found.counts
        let own = Self.lane(label)
        guard counts[own] > 0 else { return DocumentSaid() }
        counts[own] &-= 1
        let total = counts.wrappedSum()
        guard total > 0 else { return DocumentSaid() }
        var best = 0
        for lane in 1..<8 where counts[lane] > counts[best] { best = lane }
        let share = counts[best] &* 4 / total
        var detail = UInt32(best) * 40 + share * 8
        detail += (total > 1 ? 2 : 0) + (found.inLonger > 0 ? 1 : 0)
        return DocumentSaid(majority: UInt8(1 + best), detail: detail * 10 + UInt32(own))
    }
}
