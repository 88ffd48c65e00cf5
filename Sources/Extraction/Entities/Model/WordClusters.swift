/// Classes of words that stand in like places: up to four clusterings.
struct WordClusters: Sendable {
    static let none = WordClusters(table: .empty)
    /// Values are pairs of bytes: the clusterings' numbers in order.
    let table: PackedTable

    init(table: PackedTable) { self.table = table }

    /// The clusters of a folded word, or else of what is left of it without so many bytes of proclitics.
    func clusters(ofFolded word: [UInt8], proclitics: Int) -> SIMD4<UInt16> {
        guard !table.isEmpty else { return SIMD4(repeating: 0) }
        if let found = find(NameKey.hash(word)) { return found }
        guard proclitics > 0, proclitics < word.count else { return SIMD4(repeating: 0) }
        // و and ف.
        if word[0] == 0xd9, word[1] == 0x88 || word[1] == 0x81, let found = find(NameKey.hash(word[2...])) {
            return found
        }
        let rest = word[proclitics...]
        let article: [UInt8] = [0xd8, 0xa7, 0xd9, 0x84]
        if word[proclitics - 1] == 0x84, let found = find(NameKey.hash(rest, from: NameKey.hash(article))) {
            return found
        }
        return find(NameKey.hash(rest)) ?? SIMD4(repeating: 0)
    }

    private func find(_ hash: UInt64) -> SIMD4<UInt16>? {
        var clusters = SIMD4<UInt16>(repeating: 0)
        var index = 0
        let isFound = table.forEach(NameKey.finished(hash)) { low, high in
            if index < 4 { clusters[index] = UInt16(low) | UInt16(high) << 8 }
            index += 1
        }
        return isFound ? clusters : nil
    }
}
