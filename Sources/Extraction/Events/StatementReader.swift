import Articles
import TextAnalysis

/// Reads what a clause with a date states.
struct StatementReader {
    private static let maximumParticipants = 8
    private static let contentLetters = 4

    let article: Article
    let entities: [String: Entity]
    let mentions: [Mention]

    /// What the words around an expression state; `nil` when they only frame something else, as «أعلى مستوى منذ 2014» does.
    func statement(of expression: TemporalExpression, with reader: ClauseReader) -> Statement? {
        guard expression.kind != .duration, expression.kind != .set else { return nil }
        let sentence = reader.sentence(of: expression.range)
        let clause = reader.clause(of: expression.range, in: sentence)
        let frames = FrameReader(clauses: reader)
        guard !clause.words.isEmpty, !frames.isFrame(expression, clause) else { return nil }
        let title = TitleReader(text: article.text, clauses: reader)
        return statement(
            clause, sentence, date: expression.date, dateRange: expression.range, block: expression.block
        ) { title.title(of: clause, in: sentence, date: expression.range, trigger: $0) }
    }

    /// What a title states without a date; `nil` where it is not clear what happened.
    func undatedStatement(ofTitle block: Int) -> Statement? {
        let range = article.blocks[block].range
        let clause = Clause(text: article.text, range: range, dates: [])
        let statement = statement(clause, range, date: nil, dateRange: nil, block: block) { _ in range }
        guard let kind = statement.kind, kind != "statement", !statement.named.isEmpty else { return nil }
        return statement
    }

    private func statement(
        _ clause: Clause, _ sentence: Range<Int>, date: WorldDate?, dateRange: Range<Int>?, block: Int,
        title: (_ trigger: Int?) -> Range<Int>
    ) -> Statement {
        let isListItem = article.blocks[block].kind == .listItem
        let kinds = clause.words.indices.map { kind(at: $0, in: clause) }
        let place = dateRange ?? sentence.upperBound..<sentence.upperBound
        let trigger = trigger(in: clause, kinds, near: place)
        let named = named(in: clause.range)
        let cues = cues(in: clause)
        return Statement(
            claim: Claim(range: sentence, dateRange: dateRange, date: date, block: block, relation: .states),
            date: date,
            title: title(trigger?.word),
            kind: trigger?.kind,
            status: cues.contains("denied") ? .denied : cues.contains("announced") ? .announced : .occurred,
            isFuture: cues.contains("future"), participants: named.participants, place: named.place,
            content: content(of: clause, kinds), isListItem: isListItem)
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
            if let kind = lexicon.name(word.bare, next.folded) ?? lexicon.name(word.folded, next.folded) {
                return kind
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
            if index > 0, let cue = CueLexicon.cues.name(clause.words[index - 1].folded, word.folded) {
                cues.insert(cue)
            }
            // The future prefix of Arabic verbs: ستفتتح, سيزور.
            if word.bare.unicodeScalars.count > 4,
                Self.futurePrefixes.contains(where: word.bare.utf8.starts(with:))
            {
                cues.insert("future")
            }
        }
        return cues
    }

    private static let futurePrefixes = ["ست", "سي", "سن"].map { Array(LetterFolding.fold($0).utf8) }

    // MARK: Names and words

    private func named(in range: Range<Int>) -> (participants: [String], place: String?) {
        var participants: [String] = []
        var place: String?
        for mention in mentions[firstMention(from: range.lowerBound)...] {
            guard mention.range.upperBound <= range.upperBound else { break }
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

    /// The first mention that starts at `offset` or after it; mentions are in the order of the text.
    private func firstMention(from offset: Int) -> Int {
        mentions.partition { $0.range.lowerBound >= offset }
    }

    private func content(of clause: Clause, _ kinds: [String?]) -> Set<UInt64> {
        var content: Set<UInt64> = []
        let names = mentions[firstMention(from: clause.range.lowerBound)...]
            .prefix { $0.range.lowerBound < clause.range.upperBound }
        for (index, word) in clause.words.enumerated() {
            guard kinds[index] == nil, let letters = Self.firstLetters(word.bare) else { continue }
            let isName = names.contains { $0.range.overlaps(word.range) }
            if !isName, CueLexicon.cues.name(word.bare) == nil, !Self.generic.contains(letters) {
                content.insert(letters)
            }
        }
        return content
    }

    /// The hash of the first letters of a word; `nil` when it has fewer.
    private static func firstLetters(_ word: String) -> UInt64? {
        var letters = 0
        let first = word.utf8.prefix { byte in
            if byte & 0xc0 != 0x80 { letters += 1 }
            return letters <= contentLetters
        }
        return letters < contentLetters ? nil : WordSet.hash(first)
    }

    /// Words that go with anything, by their first letters.
    private static let generic = Set(
        "جديد كبير الأول الثاني خلال حيث أكبر new first second large during جدید بزرگ نخست"
            .split(separator: " ").map { word in
                let letters = LetterFolding.fold(String(word)).unicodeScalars.prefix(contentLetters)
                return WordSet.hash(String(String.UnicodeScalarView(letters)).utf8)
            })
}
