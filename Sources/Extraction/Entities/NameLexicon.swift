/// The words that rules look for, by the hash of their folded form.
struct NameLexicon: Sendable {
    static let standard = NameLexicon(NameLexicon.lists)
    private var table: [UInt64: WordTraits] = [:]

    init(_ lists: [(WordTraits, String)]) {
        for (traits, list) in lists {
            for word in list.split(whereSeparator: \.isWhitespace) {
                for folded in NameKey.words(of: String(word)).prefix(1) {
                    table[NameKey.hash(folded), default: []].formUnion(traits)
                }
            }
        }
    }

    @inline(__always)
    func traits(_ hash: UInt64) -> WordTraits { table[hash] ?? [] }
}
