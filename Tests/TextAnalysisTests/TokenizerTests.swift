import Testing
import TextAnalysis

struct TokenizerTests {
    @Test(arguments: [
        ("مارس 2023: افتتاح", ["مارس", "2023", "افتتاح"]),
        ("1,234.5 و1990-1995", ["1,234.5", "و1990", "1995"]),
        ("don't 'quoted' U.S.", ["don't", "quoted", "U", "S"]),
        ("می‌خواهد خانه‌ها", ["می‌خواهد", "خانه‌ها"]),
        ("مُحَمَّد تـــاريخ", ["مُحَمَّد", "تـــاريخ"]),
        ("“Elbit Systems” /span>", ["Elbit", "Systems", "span"]),
        ("٢٠٢٣ ۱۴۰۲ 40%", ["٢٠٢٣", "۱۴۰۲", "40"]),
        ("", []), (" .,؛ ", []), ("a.b", ["a", "b"]), ("x 1. 2", ["x", "1", "2"]), ("日本語", ["日", "本", "語"]),
    ])
    func `words are found`(_ text: String, _ words: [String]) {
        #expect(Tokenizer().tokens(in: Array(text.utf8)).map(\.term) == words)
    }

    @Test func `tokens are in order, not empty, and their ranges hold their terms`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var end = 0
            for token in Tokenizer().tokens(in: text) {
                #expect(
                    token.range.lowerBound >= end && !token.range.isEmpty
                        && token.range.upperBound <= text.count)
                #expect(token.term == String(decoding: text[token.range], as: UTF8.self))
                end = token.range.upperBound
            }
        }
    }
}
