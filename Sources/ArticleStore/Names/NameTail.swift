import TextAnalysis

/// What a name is found by while it is typed: its folded words from any of them on, also without the Arabic article before
/// the first.
struct NameTail: Hashable {
    /// Bytes of the longest; what is typed beyond is not looked at.
    static let maximumBytes = 64
    private static let maximumWords = 8

    var text: String
    /// 0 for the whole name, 1 for a part of it.
    var place: Int

    /// All of a name, each text once.
    static func all(of name: String) -> [NameTail] {
        let words = FoldedName.words(of: name)
        var tails: [NameTail] = []
        var seen: Set<String> = []
        func add(_ words: [[UInt8]], place: Int) {
            let text = cut(Array(words.joined(separator: [0x20])))
            if seen.insert(text).inserted { tails.append(NameTail(text: text, place: place)) }
        }
        for start in words.indices.prefix(maximumWords) {
            let rest = Array(words[start...])
            add(rest, place: start == 0 ? 0 : 1)
            if let bare = FoldedName.withoutArticle(rest[0]) {
                add([bare] + rest.dropFirst(), place: 1)
            }
        }
        return tails
    }

    /// What tails begin with that go on from `typed`; empty when there is no letter and no digit in it.
    static func prefix(of typed: String) -> String {
        cut(Array(FoldedName.text(of: typed).utf8))
    }

    private static func cut(_ bytes: [UInt8]) -> String {
        guard bytes.count > maximumBytes else { return String(decoding: bytes, as: UTF8.self) }
        var end = maximumBytes
        while end > 0, bytes[end] & 0xc0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
