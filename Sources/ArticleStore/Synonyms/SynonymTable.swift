import TextAnalysis

/// All synonyms, by what may be typed.
struct SynonymTable: Sendable {
    private static let separator: [UInt8] = [0x20]
    private static let analyzer = Analyzer(.arabic)

    private var others: [[UInt8]: [ArticleStore.Synonym]] = [:]

    init(_ sets: [SynonymSet]) {
        for set in sets {
            let keys = set.terms.map(Self.key)
            for (index, key) in keys.enumerated() where !set.isOneWay || index == 0 {
                let meant = set.terms.indices.filter { keys[$0] != key }.map {
                    ArticleStore.Synonym(set: set.id, text: set.terms[$0])
                }
                if !key.isEmpty { others[key, default: []] += meant }
            }
        }
    }

    var isEmpty: Bool { others.isEmpty }

    subscript(text: String) -> [ArticleStore.Synonym] { others[Self.key(text)] ?? [] }

    /// The stems of a text's words with one space between them, so that endings don't matter.
    private static func key(_ text: String) -> [UInt8] {
        var stems: [[UInt8]] = []
        analyzer.forEachTerm(in: Array(text.utf8)) { _, _, stem in stems.append(stem) }
        return Array(stems.joined(separator: separator))
    }
}
