import Articles
import TextAnalysis

@testable import Extraction

/// Pairs of mentions that are the same entity or two, written for this project.
///
/// A line is `=` or `#` (same or different), a language, `|` and one or two texts with `||` between them. `{k:name}` is a
/// mention of the pair and `[k:name]` another one, with k = p, o, l, d, e for a person, an organisation, a place, a product, an
/// event; the tagger's part is done. `{n:noun}` is left to the linker to find.
enum LinkingPairs {
    struct Pair {
        var line: String
        var isSame: Bool
        var language: Language
        var texts: [MarkedText]
    }

    /// A text without its marks, and the names that they stood around.
    struct MarkedText {
        struct Name {
            var range: Range<Int>
            var kind: Entity.Kind?
            var isOfPair: Bool
        }

        var text: [UInt8] = []
        var names: [Name] = []

        init(_ marked: Substring) {
            var rest = Array(marked.utf8)[...]
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
                    text.append(byte)
                    continue
                }
                let letter = rest.popFirst()
                rest = rest.dropFirst()
                let isOfPair = byte == UInt8(ascii: "{")
                let name = rest.prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "]") }
                rest = rest.dropFirst(name.count + 1)
                let range = text.count..<text.count + name.count
                names.append(Name(range: range, kind: Self.kinds[letter ?? 0], isOfPair: isOfPair))
                text += name
            }
        }

        private static let kinds: [UInt8: Entity.Kind] = [
            0x70: .person, 0x6f: .organisation, 0x6c: .place, 0x64: .product, 0x65: .event,
        ]
    }

    static func pairs(_ lines: String) -> [Pair] {
        lines.split(separator: "\n").map { line in
            let parts = line.split(separator: "|", maxSplits: 1)
            let head = parts[0].split(separator: " ")
            return Pair(
                line: String(line), isSame: head[0] == "=",
                language: Language(rawValue: String(head[1])) ?? .arabic,
                texts: parts[1].split(separator: "||").map(MarkedText.init))
        }
    }

    /// The entities of the pair's mentions; `nil` for a noun that refers to nothing.
    static func entities(of pair: Pair) -> [String?] {
        pair.texts.flatMap { text in
            let article = TestArticle.make(String(decoding: text.text, as: UTF8.self), pair.language)
            let words = NameWords(article, lexicon: .standard)
            let pass = TaggingPass(words: words, gazetteer: Gazetteer(), lexicon: .standard)
            let spans = text.names.compactMap { name in name.kind.map { span(name.range, $0, words) } }
            let mentions = ArticleLinker(pass).link(spans).mentions
            return text.names.filter(\.isOfPair).map { name in
                mentions.first { $0.range.overlaps(name.range) }?.entityID
            }
        }
    }

    private static func span(_ range: Range<Int>, _ kind: Entity.Kind, _ words: NameWords) -> NameSpan {
        let first = words.words.firstIndex { $0.range.upperBound > range.lowerBound } ?? 0
        let end = words.words.firstIndex { $0.range.lowerBound >= range.upperBound } ?? words.words.count
        return NameSpan(
            words: first..<end, range: range, kind: kind, confidence: 0.9, rule: "model")
    }
}
