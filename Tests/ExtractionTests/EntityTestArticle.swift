import Articles
import TextAnalysis

@testable import Extraction

enum TestArticle {
    /// One paragraph.
    static func make(_ text: String, _ language: Language) -> Article {
        let bytes = Array(text.utf8)
        let direction: TextDirection = language == .english ? .leftToRight : .rightToLeft
        let block = Block(kind: .paragraph, range: 0..<bytes.count, language: language, direction: direction)
        return Article(text: bytes, language: language, direction: direction, blocks: [block])
    }

    /// `kind:mention` of each mention, adjectives with a star.
    static func mentions(_ text: String, _ language: Language) -> [String] {
        let article = make(text, language)
        return EntityTagger().tag(article).mentions.map {
            "\($0.kind.rawValue):\(article.string($0.range))" + ($0.form == .adjective ? "*" : "")
        }
    }
}
