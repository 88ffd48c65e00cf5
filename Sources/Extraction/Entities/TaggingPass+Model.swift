import Articles
import TextAnalysis

extension TaggingPass {
    /// What the model must have for a proposal of the rules, less than for no name.
    private static let leastSupport = -6.0

    /// What the model finds in the blocks of each of its languages.
    mutating func findModelNames(_ model: EntityModel, _ article: Article) {
        for language in model.languages {
            guard let set = Self.languages(language.language) else { continue }
            let isRead = { (word: NameWords.Word) in
                word.languages == set
                    || word.languages == .all && set == (word.isArabic ? .arabic : .english)
            }
            guard words.words.contains(where: isRead) else { continue }
            var decoder = model.decoders.take(language)
            decoder.sequence.read(words, article, language: language.language, isOneStyle: true, isRead)
            decoder.label(words, language)
            takeSpans(decoder, language)
            weighProposals(decoder, language)
            model.decoders.give(decoder)
        }
    }

    private static func languages(_ code: String) -> NameTable.LanguageSet? {
        switch code {
        case "ar": .arabic
        case "en": .english
        case "fa": .persian
        default: nil
        }
    }

    private mutating func takeSpans(_ decoder: borrowing SequenceDecoder, _ model: SequenceModel) {
        var index = 0
        while index < decoder.labels.count {
            let label = Int(decoder.labels[index])
            guard label != LabelSet.outside, LabelSet.mayFollowEnd(label) else {
                index += 1
                continue
            }
            var end = index + 1
            if label >= LabelSet.begin(0) {
                while end < decoder.labels.count, decoder.labels[end] >= LabelSet.inner(0) { end += 1 }
            }
            let type = LabelSet.type(label)
            if type < model.labels.types.count {
                takeSpan(index..<end, decoder, model, model.labels.types[type])
            }
            index = end
        }
    }

    private mutating func takeSpan(
        _ tokens: Range<Int>, _ decoder: borrowing SequenceDecoder, _ model: SequenceModel, _ type: String
    ) {
        let indices = decoder.sequence.tokens[tokens].compactMap { $0.word >= 0 ? Int($0.word) : nil }
        guard let first = indices.first, let last = indices.last, let kind = Self.kind(of: type) else {
            return
        }
        let margin = max(0, decoder.margin(of: tokens, model))
        let token = decoder.sequence.tokens[tokens].first { $0.word == Int32(clamping: first) }
        let start = start(first, token?.form, kind)
        let end = words.words[last].range.upperBound
        guard start < end else { return }
        modelSpans.append(
            NameSpan(
                words: first..<last + 1, range: start..<end, kind: kind,
                subtype: type == "FAC" ? "facility" : nil, form: type == "NORP" ? .adjective : .name,
                confidence: 0.5 + 0.49 * margin / (margin + 10), rule: "model"))
    }

    /// Drops what rules and the gazetteer propose where the model is sure that it is no name.
    private mutating func weighProposals(_ decoder: borrowing SequenceDecoder, _ model: SequenceModel) {
        for index in proposals.indices where proposals[index].form != .adjective {
            // A user knows better.
            if let known = proposals[index].known, gazetteer.isAdded(known) { continue }
            // A name in another script has been told by its letters.
            let word = words.words[proposals[index].words.lowerBound]
            if !word.isArabic, !word.languages.contains(.english) { continue }
            let types = model.labels.types.indices.filter {
                let type = model.labels.types[$0]
                return type != "NORP" && Self.kind(of: type) == proposals[index].kind
            }
            guard let support = decoder.support(for: proposals[index].range, types: types, model) else {
                continue
            }
            if support < Self.leastSupport { proposals[index].confidence = 0 }
        }
    }

    private static func kind(of type: String) -> Entity.Kind? {
        switch type {
        case "PER": .person
        case "ORG": .organisation
        case "LOC", "FAC", "NORP": .place
        case "PROD": .product
        case "EVENT": .event
        // MISC and types of a user's model that say nothing here.
        default: nil
        }
    }

    /// Where a name that begins with word `index` starts in the text: after proclitics that the gazetteer, the lexicon or the
    /// lists of the model tell from the word, and after those before the article.
    private func start(_ index: Int, _ form: WordForm?, _ kind: Entity.Kind) -> Int {
        let word = words.words[index]
        if let known = known(at: index), known.form != .adjective { return known.range.lowerBound }
        guard word.isArabic, word.languages != .persian, word.folded.count >= 8 else {
            return word.range.lowerBound
        }
        if dropped[index] > 0 { return words.offset(inWord: index, dropping: dropped[index]) }
        let bytes = words.bytes(index)
        for (dropped, withArticle) in Clitics.readings(ofFolded: bytes) where dropped > 0 {
            if withArticle {
                // ال alone is part of the name; للـ has lost the alef of the article.
                let kept = dropped - (bytes[bytes.startIndex + dropped - 3] == 0x84 ? 2 : 4)
                return words.offset(inWord: index, dropping: kept)
            }
            guard let form, form.reach > 0, form.phraseStart != form.folded else { continue }
            // ب ك ل stand before a person's name far less often than in it.
            if kind == .person, !isConjunction(bytes) { continue }
            if NameKey.hash(bytes.dropFirst(dropped)) == form.phraseStart {
                return words.offset(inWord: index, dropping: dropped)
            }
        }
        return word.range.lowerBound
    }

    /// و or ف.
    private func isConjunction(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0xd9, 0x88]) || bytes.starts(with: [0xd9, 0x81])
    }
}
