import Articles
import Testing

@testable import tarikh_train

struct ScoreTests {
    private func name(_ tokens: Range<Int>, _ kind: Entity.Kind) -> Score.Name {
        Score.Name(tokens: tokens, kind: kind)
    }

    @Test func `only names with the same tokens and kind are right`() throws {
        var score = Score()
        score.add(
            gold: [name(0..<2, .person), name(4..<5, .place), name(6..<7, .organisation)],
            found: [name(0..<2, .person), name(4..<6, .place), name(6..<7, .place), name(8..<9, .product)])
        #expect(score.counts[.person] == Score.Count(right: 1, found: 1, gold: 1))
        #expect(score.counts[.place] == Score.Count(right: 0, found: 2, gold: 1))
        #expect(score.main == Score.Count(right: 1, found: 3, gold: 3))
        #expect(abs(score.main.precision - 1.0 / 3) < 1e-9)
        #expect(abs(score.main.f1 - 1.0 / 3) < 1e-9)
    }

    @Test func `precision, recall and their mean`() {
        let count = Score.Count(right: 6, found: 8, gold: 12)
        #expect(count.precision == 0.75)
        #expect(count.recall == 0.5)
        #expect(abs(count.f1 - 0.6) < 1e-9)
        #expect(Score.Count().f1 == 0)
    }

    @Test func `labels are counted as kinds`() {
        #expect(Score.kind(of: "FAC") == .place)
        #expect(Score.kind(of: "Organisation") == .organisation)
        #expect(Score.kind(of: "MISC") == nil)
    }

    @Test func `a sentence has its tokens, names, and the tokens of a range`() throws {
        let sentence = try #require(
            Sentence.sentences(in: "وقال\tO\nزيد\tB-PER\nبن\tI-PER\nعلي\tI-PER\nلدمشق\tB-LOC\nحلب\tB-LOC\n\n")
                .first)
        #expect(String(decoding: sentence.text, as: UTF8.self) == "وقال زيد بن علي لدمشق حلب")
        #expect(
            sentence.names == [
                Sentence.Name(tokens: 1..<4, label: "PER"), Sentence.Name(tokens: 4..<5, label: "LOC"),
                Sentence.Name(tokens: 5..<6, label: "LOC"),
            ])
        // A mention without its clitic names the token.
        let token = sentence.ranges[4]
        #expect(sentence.tokens(in: token.lowerBound + 2..<token.upperBound) == 4..<5)
        #expect(sentence.tokens(in: sentence.range(of: sentence.names[0])) == 1..<4)
    }
}
