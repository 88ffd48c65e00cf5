import TextAnalysis

/// Finds whom an article credits: in its closing line, or where its first paragraphs say by whom it was reported.
struct AttributionReader {
    /// How many paragraphs may hold the credit.
    private static let leadingParagraphs = 2
    private static let leadingBytes = 400
    private static let maximumNameWords = 7

    let text: [UInt8]

    func attributions(in blocks: [Block]) -> [Attribution] {
        let leading = blocks.filter { $0.kind == .paragraph }.prefix(Self.leadingParagraphs)
        var credits: [Attribution] = []
        for block in leading where credits.isEmpty {
            if let credit = credit(in: block.range) { credits.append(credit) }
        }
        return credits + blocks.filter { $0.kind == .attribution }.flatMap { attributions(inLine: $0.range) }
    }

    /// «بحسب … وكالة X،»: a reporting phrase, then a name that starts with a word for an agency or paper.
    private func credit(in range: Range<Int>) -> Attribution? {
        let words = words(in: range.lowerBound..<leadingEnd(of: range), limit: 30)
        guard let phrase = words.firstIndex(where: { Self.reporting.contains($0.folded) }) else { return nil }
        let candidates = words[phrase...].prefix(8)
        guard let head = candidates.firstIndex(where: { Self.agencies.contains($0.folded) }) else {
            return nil
        }
        return name(from: head, in: words).map { Attribution(role: .origin, range: $0) }
    }

    /// The end of the part of a paragraph that may hold the credit, on a scalar boundary.
    private func leadingEnd(of range: Range<Int>) -> Int {
        var end = min(range.upperBound, range.lowerBound + Self.leadingBytes)
        while end < range.upperBound, text[end] & 0xc0 == 0x80 { end += 1 }
        return end
    }

    private func attributions(inLine range: Range<Int>) -> [Attribution] {
        let words = words(in: range)
        var found: [Attribution] = []
        for (index, word) in words.enumerated() {
            if let role = Self.roles[word.folded], let name = name(from: index + 1, in: words) {
                found.append(Attribution(role: role, range: name))
            } else if Self.translating.contains(word.folded), let name = name(before: index, in: words) {
                found.append(Attribution(role: .translator, range: name))
            }
        }
        return found.filter { !$0.range.isEmpty }
    }

    private struct Word {
        var range: Range<Int>
        var folded: String
        /// Punctuation stands between it and the next word.
        var endsPhrase: Bool
    }

    private func words(in range: Range<Int>, limit: Int = .max) -> [Word] {
        let bytes = Array(text[range])
        let ranges = Tokenizer().wordRanges(in: bytes)
        return ranges.prefix(limit).enumerated().map { index, word in
            let next = index + 1 < ranges.count ? ranges[index + 1].lowerBound : bytes.count
            var folded: [UInt8] = []
            LetterFolding.fold(bytes, word, into: &folded)
            return Word(
                range: range.lowerBound + word.lowerBound..<range.lowerBound + word.upperBound,
                folded: String(decoding: folded, as: UTF8.self),
                endsPhrase: bytes[word.upperBound..<next].contains { $0 != 0x20 })
        }
    }

    /// From a word up to punctuation or a word that can't be in a name.
    private func name(from start: Int, in words: [Word]) -> Range<Int>? {
        var end = start
        while end < words.count, end - start < Self.maximumNameWords {
            if Self.breaks.contains(words[end].folded) || Self.roles[words[end].folded] != nil { break }
            end += 1
            if words[end - 1].endsPhrase { break }
        }
        guard start < end else { return nil }
        return words[start].range.lowerBound..<words[end - 1].range.upperBound
    }

    /// Back from the verb of translating to the word before the name: «قام مركز … بترجمة».
    private func name(before end: Int, in words: [Word]) -> Range<Int>? {
        var start = end
        while start > 0, end - start < Self.maximumNameWords, !words[start - 1].endsPhrase,
            !Self.breaks.contains(words[start - 1].folded)
        {
            start -= 1
        }
        guard start < end else { return nil }
        return words[start].range.lowerBound..<words[end - 1].range.upperBound
    }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map { LetterFolding.fold(String($0)) })
    }

    private static let reporting = set(
        "بحسب وبحسب حسب وفقا ووفقا نقلا ونقلا لـ عن ذكرت وذكرت أفادت وأفادت according گزارش نقل بهگزارش")
    private static let agencies = set(
        "وكالة لوكالة صحيفة لصحيفة قناة لقناة موقع شبكة agency خبرگزاری روزنامه شبکه")
    private static let translating = set("بترجمة ترجمة")
    private static let breaks = set(
        "قام قامت وقام وقد قد هذا هذه من في عن إلى فإن إن أن بترجمة ترجمة الخبر that said has have از در به که این"
    )
    private static let roles: [String: Attribution.Role] = {
        var roles: [String: Attribution.Role] = [:]
        for word in set("مصدر المصدر source sources from منبع") { roles[word] = .origin }
        for word in set("by مترجم المترجم translation") { roles[word] = .translator }
        return roles
    }()
}
