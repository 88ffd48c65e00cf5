import Articles
import TextAnalysis

extension TaggingPass {
    /// What the model finds in the blocks of each of its languages.
    mutating func findModelNames(_ model: EntityModel, _ article: Article) {
        for language in model.languages {
            guard let set = Self.languages(language.language), words.words.contains(where: { $0.languages == set })
            else { continue }
            var decoder = model.decoders.take(language.language)
            decoder.sequence.read(words, article) { $0 == set }
            decoder.label(words, proposals, language)
            propose(decoder, language)
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

    private mutating func propose(_ decoder: borrowing SequenceDecoder, _ model: SequenceModel) {
        var index = 0
        while index < decoder.labels.count {
            let label = Int(decoder.labels[index])
            guard label != LabelSet.outside, label < 15 else {
                index += 1
                continue
            }
            var end = index + 1
            if label >= 8 {
                while end < decoder.labels.count, decoder.labels[end] >= 16 { end += 1 }
            }
            let type = LabelSet.type(label)
            if type < model.labels.types.count {
                propose(index..<end, decoder, model, model.labels.types[type])
            }
            index = end
        }
    }

    private mutating func propose(
        _ tokens: Range<Int>, _ decoder: borrowing SequenceDecoder, _ model: SequenceModel, _ type: String
    ) {
        let indices = decoder.sequence.tokens[tokens].compactMap { $0.word >= 0 ? Int($0.word) : nil }
        guard let first = indices.first, let last = indices.last, let kind = Self.kind(of: type) else { return }
        let margin = max(0, decoder.margin(of: tokens, model))
        let end = words.words[last].range.upperBound
        let start = words.words[first].range.lowerBound
        guard start < end else { return }
        modelSpans.append(
            NameSpan(
                words: first..<last + 1, range: start..<end, kind: kind,
                form: type == "NORP" ? .adjective : .name, confidence: 0.5 + 0.49 * margin / (margin + 10),
                rule: "model"))
    }

    private static func kind(of type: String) -> Entity.Kind? {
        switch type {
        case "PER": .person
        case "ORG": .organisation
        case "LOC", "FAC", "NORP": .place
        case "PROD": .product
        case "EVENT": .event
        default: nil
        }
    }
}
