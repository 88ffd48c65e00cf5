import Foundation
import SearchIndex
import Testing
import TextAnalysis

@Suite struct RankingTests {
    private func index(_ documents: [IndexDocument], folder: TemporaryFolder) throws -> SearchIndex {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: documents, sequence: 1)
        return index
    }

    private func ranker(_ query: String, _ index: SearchIndex) throws -> TextRanker {
        try #require(TextRanker(try QueryParser().parse(query, operator: .or), index.snapshot()))
    }

    private func score(_ text: String, _ query: String) throws -> Float {
        let folder = TemporaryFolder()
        let index = try index(randomDocuments(0..<200, seed: 3), folder: folder)
        var ranker = try ranker(query, index)
        return ranker.score(of: Array(text.utf8))
    }

    @Test func `a text's score is that of the formula`() throws {
        let folder = TemporaryFolder()
        // One document: each of its grams is in one of one, and the average length is its own.
        let index = try index([document(1, "باكو مدينة")], folder: folder)
        var ranker = try ranker("باكو", index)
        let weight = log(1 + 0.5 / 1.5)
        // _باك, باكو, اكو_, each once, in a text of average length.
        let grams = 0.8 * 3 * weight / (1 + 0.6)
        let word = 2 * weight / (1 + 1.2)
        #expect(abs(Double(ranker.score(of: Array("باكو مدينة".utf8))) - (grams + word)) < 1e-4)
        // Of باكستان only the first gram, a third of the word.
        let share = 1.0 / 3
        let other = 0.8 * weight / (1 + 0.6) + 2 * weight * share / (share + 1.2)
        #expect(abs(Double(ranker.score(of: Array("باكستان مدينة".utf8))) - other) < 1e-4)
        #expect(ranker.score(of: Array("مدينة نفط".utf8)) == 0)
        #expect(ranker.score(of: []) == 0)
    }

    @Test(arguments: [
        ("وبالسفارات", "السفارة"), ("لأذربيجانيين", "أذربيجان"), ("running", "runner"),
        ("اتفاقياتهم", "اتفاقية"),
        ("می‌نویسند", "نویسنده"),
    ])
    func `words that share letters count, the word itself counts more`(related: String, word: String) throws {
        let near = try score(related + " قال", word)
        #expect(near > 0)
        #expect(try score(word + " قال", word) > near)
        #expect(try score("قال في", word) == 0)
    }

    @Test(arguments: [
        ("السِّفَارَةُ", "السفارة"), ("الســـفارة", "السفارة"), ("آذربیجان", "اذربيجان"), ("کتاب", "كتاب"),
        ("١٩٩٢", "1992"),
        ("Élysée", "elysee"), ("EMBASSY", "embassy"), ("مدرسه", "مدرسة"),
    ])
    func `letters are folded as in the index`(written: String, folded: String) throws {
        let plain = try score("قال \(folded) في", folded)
        #expect(plain > 0)
        #expect(try score("قال \(written) في", folded) == plain)
        #expect(try score("قال \(folded) في", written) == plain)
    }

    @Test func `a longer text is worth less, a word twice is worth more`() throws {
        let once = try score("السفارة قال في", "السفارة")
        #expect(try score("السفارة قال في من على", "السفارة") < once)
        #expect(try score("السفارة السفارة في", "السفارة") > once)
    }

    @Test func `of a long text the beginning is looked at`() throws {
        let start = String(repeating: "ن ", count: TextRanker.longestText / 3) + " السفارة"
        #expect(try score(start, "السفارة") == 0)
        let cut = "السفارة " + String(repeating: "z", count: TextRanker.longestText)
        #expect(try score(cut, "السفارة") > 0)
        #expect(try score(cut, "السفارة") == score(cut + " السفارة", "السفارة"))
    }

    @Test func `bytes that are no text do no harm`() throws {
        let folder = TemporaryFolder()
        let index = try index(randomDocuments(0..<50, seed: 3), folder: folder)
        var ranker = try ranker("السفارة embassy", index)
        for length in 0..<40 {
            for byte in [UInt8(0xC3), 0xD8, 0xE2, 0xF0, 0xFF, 0x80, 0x00] {
                let text = Array("embassy".utf8) + [UInt8](repeating: byte, count: length)
                let score = ranker.score(of: text)
                #expect(score.isFinite && score >= 0)
            }
        }
    }

    @Test func `excluded words, filters and a query without words don't count`() throws {
        let folder = TemporaryFolder()
        let index = try index(randomDocuments(0..<50, seed: 3), folder: folder)
        var ranker = try ranker("نفط -السفارة", index)
        #expect(ranker.score(of: Array("السفارة".utf8)) == 0)
        #expect(ranker.score(of: Array("نفط".utf8)) > 0)
    }

    @Test func `scores are the same from a file, and about the same after merging`() throws {
        let folder = TemporaryFolder()
        let documents = randomDocuments(0..<400, seed: 9)
        let index = try index(documents, folder: folder)
        let texts = documents.prefix(20).map(\.texts[1].bytes)
        var first = try ranker("وزير النفط السفارة", index)
        let inMemory = texts.map { first.score(of: $0) }
        try index.seal()
        let reopened = try SearchIndex(folder: folder.path, schema: schema, access: .readOnly)
        var second = try ranker("وزير النفط السفارة", reopened)
        #expect(texts.map { second.score(of: $0) } == inMemory)
        let other = TemporaryFolder()
        let parts = try SearchIndex(folder: other.path, schema: schema, access: .readWrite)
        for (number, document) in documents.enumerated() {
            try parts.apply(adding: [document], sequence: Int64(number + 1))
        }
        var third = try ranker("وزير النفط السفارة", parts)
        for (text, score) in zip(texts, inMemory) {
            #expect(abs(third.score(of: text) - score) <= 0.1 * score + 0.01)
        }
    }
}
