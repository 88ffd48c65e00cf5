import Articles
import TextAnalysis

/// Reads what a clause with a date states.
struct StatementReader {
    private static let maximumParticipants = 8
    /// Code points of the longest title.
    private static let maximumTitle = 110
    private static let contentLetters = 4

    let article: Article
    let entities: [String: Entity]
    let mentions: [Mention]

    /// The statement around an expression; `nil` when it only frames others, as «منذ عام 1991» does.
    func statement(of expression: TemporalExpression) -> Statement? {
        guard let date = expression.date, expression.kind == .date || expression.kind == .range,
            date.lower != nil, date.upper != nil, article.blocks.indices.contains(expression.block)
        else { return nil }
        let block = article.blocks[expression.block]
        guard block.kind != .attribution else { return nil }
        let reader = ClauseReader(text: article.text, block: block, repairs: article.repairs)
        let sentence = reader.sentence(of: expression.range)
        let clause = reader.clause(of: expression.range, in: sentence)
        guard !clause.words.isEmpty else { return nil }
        let kinds = clause.words.indices.map { kind(at: $0, in: clause) }
        let trigger = trigger(in: clause, kinds, near: expression.range)
        let named = named(in: clause.range)
        let cues = cues(in: clause)
        return Statement(
            claim: Claim(
                range: sentence, dateRange: expression.range, date: date, block: expression.block,
                relation: .states),
            date: date,
            title: title(
                of: clause, date: expression.range, trigger: trigger?.word,
                isListItem: block.kind == .listItem),
            kind: trigger?.kind,
            status: cues.contains("denied") ? .denied : cues.contains("announced") ? .announced : .occurred,
            isFuture: cues.contains("future"), participants: named.participants, place: named.place,
            content: content(of: clause, kinds), isListItem: block.kind == .listItem)
    }

    // MARK: Cues

    /// The cue nearest to the date, before it rather than after it.
    private func trigger(
        in clause: Clause, _ kinds: [String?], near date: Range<Int>
    ) -> (kind: String, word: Int)? {
        var best: (kind: String, word: Int, cost: Int)?
        for (index, word) in clause.words.enumerated() {
            guard let kind = kinds[index] else { continue }
            let isBefore = word.range.upperBound <= date.lowerBound
            let distance =
                isBefore ? date.lowerBound - word.range.upperBound : word.range.lowerBound - date.upperBound
            // Saying so is an event only when nothing else happened.
            let cost = (isBefore ? distance : distance * 2) + (kind == "statement" ? 10_000 : 0)
            if best.map({ cost < $0.cost }) ?? true { best = (kind, index, cost) }
        }
        return best.map { ($0.kind, $0.word) }
    }

    private func kind(at index: Int, in clause: Clause) -> String? {
        let word = clause.words[index]
        let lexicon = CueLexicon.kinds
        if index + 1 < clause.words.count {
            let next = clause.words[index + 1]
            for pair in [word.bare + " " + next.folded, word.folded + " " + next.folded] {
                if let kind = lexicon.name(pair) { return kind }
            }
        }
        return lexicon.name(word.bare) ?? lexicon.name(word.folded)
    }

    private func cues(in clause: Clause) -> Set<String> {
        var cues: Set<String> = []
        for (index, word) in clause.words.enumerated() {
            if let cue = CueLexicon.cues.name(word.bare) ?? CueLexicon.cues.name(word.folded) {
                cues.insert(cue)
            }
            if index > 0, let cue = CueLexicon.cues.name(clause.words[index - 1].folded + " " + word.folded) {
                cues.insert(cue)
            }
            // The future prefix of Arabic verbs: ستفتتح, سيزور.
            if word.bare.unicodeScalars.count > 4, Self.futurePrefixes.contains(where: word.bare.hasPrefix) {
                cues.insert("future")
            }
        }
        return cues
    }

    private static let futurePrefixes = ["ست", "سي", "سن"].map { LetterFolding.fold($0) }

    // MARK: Names and words

    private func named(in range: Range<Int>) -> (participants: [String], place: String?) {
        var participants: [String] = []
        var place: String?
        for mention in mentions
        where range.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= range.upperBound {
            let isPlaceOnly = mention.kind == .place && entities[mention.entityID]?.subtype != "country"
            if isPlaceOnly {
                place = mention.entityID
            } else if !participants.contains(mention.entityID), participants.count < Self.maximumParticipants
            {
                participants.append(mention.entityID)
            }
        }
        return (participants, place)
    }

    private func content(of clause: Clause, _ kinds: [String?]) -> Set<String> {
        var content: Set<String> = []
        for (index, word) in clause.words.enumerated()
        where word.bare.unicodeScalars.count >= Self.contentLetters {
            let isName = mentions.contains { $0.range.overlaps(word.range) }
            let isCue = CueLexicon.cues.name(word.bare) != nil || kinds[index] != nil
            let letters = String(word.bare.unicodeScalars.prefix(Self.contentLetters))
            if !isName, !isCue, !Self.generic.contains(letters) { content.insert(letters) }
        }
        return content
    }

    /// Words that go with anything, by their first letters.
    private static let generic = Set(
        set("جديد كبير الأول الثاني خلال حيث أكبر new first second large during جدید بزرگ نخست").map {
            String($0.unicodeScalars.prefix(contentLetters))
        })

    // MARK: Title

    /// One run of the clause's characters: from the cue when it stands before the date, else the clause, without the date
    /// at either end, cut at a word when it is long.
    private func title(of clause: Clause, date: Range<Int>, trigger: Int?, isListItem: Bool) -> Range<Int> {
        let before = clause.words.filter { $0.range.upperBound <= date.lowerBound }
        let after = clause.words.filter { $0.range.lowerBound >= date.upperBound }
        if isListItem { return cut(clause.words[...]) }
        if let trigger, clause.words[trigger].range.upperBound <= date.lowerBound {
            let fromTrigger = trimmed(
                before.drop { $0.range.lowerBound < clause.words[trigger].range.lowerBound })
            // A verb that ends the clause needs what stands before it.
            if fromTrigger.count > 1 { return cut(fromTrigger) }
        }
        return cut(trimmed(before.count >= after.count ? before[...] : after[...]))
    }

    /// Without the prepositions that led to the date.
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

    private static let trailing = set(
        "في فقط من منذ خلال حتى الفترة in on at since from by of the during در از تا سال و and")
    private static let leading = set("في ثم قد لقد بينما حيث and but while when in on در و که")

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map { LetterFolding.fold(String($0)) })
    }

    private func cut(_ words: ArraySlice<ClauseWord>) -> Range<Int> {
        guard let first = words.first, var end = words.last?.range.upperBound else { return 0..<0 }
        let start = first.range.lowerBound
        if codePoints(start..<end) > Self.maximumTitle {
            let fitting = words.last { codePoints(start..<$0.range.upperBound) <= Self.maximumTitle }
            end = fitting?.range.upperBound ?? first.range.upperBound
        }
        return start..<end
    }

    private func codePoints(_ range: Range<Int>) -> Int {
        article.text[range].count { $0 & 0xc0 != 0x80 }
    }
}
