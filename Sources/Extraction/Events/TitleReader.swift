import Articles
import TextAnalysis

/// Cuts the title of an event out of the sentence that states it: one run of its characters, never a made-up sentence.
struct TitleReader {
    /// Code points of the longest title.
    private static let maximum = 100
    private static let minimumWords = 3

    let text: [UInt8]
    let clauses: ClauseReader

    /// The whole clause when it is short, without the date at either end; else its part before the date, from the cue
    /// `trigger` on when that is still too long. A clause that starts in the middle of something is read from the
    /// sentence's start.
    func title(of clause: Clause, in sentence: Range<Int>, date: Range<Int>, trigger: Int?) -> Range<Int> {
        let words = clause.words[...]
        if clauses.block.kind == .listItem { return cut(words) }
        let whole = trimmed(words)
        if let first = whole.first, Self.hasLead(first), let longer = fromStart(sentence, to: whole) {
            return longer
        }
        if fits(whole) { return cut(whole) }
        let before = words.prefix { $0.range.upperBound <= date.lowerBound }
        guard before.count >= Self.minimumWords else {
            return cut(trimmed(before.isEmpty ? words.drop { $0.range.lowerBound < date.upperBound } : words))
        }
        if fits(trimmed(before)) { return cut(trimmed(before)) }
        if let trigger, before.indices.contains(trigger), before.endIndex - trigger >= Self.minimumWords {
            return cut(trimmed(before[trigger...]))
        }
        return cut(trimmed(before))
    }

    /// The words from the sentence's start to the end of `words`, when they are few enough.
    private func fromStart(_ sentence: Range<Int>, to words: ArraySlice<ClauseWord>) -> Range<Int>? {
        guard let first = words.first, let last = words.last,
            (1...4 * Self.maximum).contains(first.range.lowerBound - sentence.lowerBound)
        else { return nil }
        let longer = trimmed(clauses.clause(sentence.lowerBound..<last.range.upperBound).words[...])
        return fits(longer) ? cut(longer) : nil
    }

    private func fits(_ words: ArraySlice<ClauseWord>) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        return codePoints(first.range.lowerBound..<last.range.upperBound) <= Self.maximum
    }

    // MARK: Ends

    /// Without the words that only led to it, or to the date.
    private func trimmed(_ words: ArraySlice<ClauseWord>) -> ArraySlice<ClauseWord> {
        var words = words
        while words.count > 1, let last = words.last, Self.trailing.contains(last.folded) {
            words.removeLast()
        }
        while words.count > 1, let first = words.first, Self.leading.contains(first.folded) {
            words.removeFirst()
        }
        return words
    }

    /// A preposition or relative pronoun: something stood before it.
    private static func hasLead(_ word: ClauseWord) -> Bool { oblique.contains(word.folded) }

    private static let trailing = WordSet(
        """
        في فقط من منذ خلال حتى الفترة يوم عام وذلك قبل بعد مساء صباح بتاريخ إلى على عن و
        in on at since from by of the during and a to before after until در از تا سال و به روز
        """)
    private static let leading = WordSet(
        """
        في ثم قد لقد بينما حيث كما أن إن بأن وأن إنه أنه إنها أنها بأنه فيما إذ لكن ولكن أما ومن
        and but while when in on that which who as at however also در و که اما
        """)
    private static let oblique = WordSet(
        """
        الذي التي الذين والتي والذي من إلى على عن أمام بعد قبل خلال وفق وفقا حسب بحسب لدى ضد مع ضمن إثر جراء بسبب بهدف
        of for by with from against after before about into under over to از به با برای
        """)

    private func cut(_ words: ArraySlice<ClauseWord>) -> Range<Int> {
        guard let first = words.first, var end = words.last?.range.upperBound else { return 0..<0 }
        let start = first.range.lowerBound + conjunction(first)
        if codePoints(start..<end) > Self.maximum {
            let fitting = words.last { codePoints(start..<$0.range.upperBound) <= Self.maximum }
            end = fitting?.range.upperBound ?? first.range.upperBound
        }
        return start..<end
    }

    /// The bytes of «و» before a word, when it is no letter of it: «وخسرت», but not «وصلت».
    private func conjunction(_ word: ClauseWord) -> Int {
        guard word.range.count >= 8, text[word.range].starts(with: "و".utf8),
            CueLexicon.frames.name(word.folded) != "waw"
        else { return 0 }
        return 2
    }

    private func codePoints(_ range: Range<Int>) -> Int {
        text[range].count { $0 & 0xc0 != 0x80 }
    }
}
