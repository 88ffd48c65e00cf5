import Articles
import TextAnalysis

extension TaggingPass {
    /// Settled spans as mentions in the order of the text, and the entities that they name in the order of first mention.
    func result() -> (entities: [Entity], mentions: [Mention]) {
        var entities: [Entity] = []
        var position: [String: Int] = [:]
        var mentions: [Mention] = []
        for span in settled.sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
            let origin = span.repeats.map { settled[$0] } ?? span
            let entity = entity(origin)
            let index = position[entity.id] ?? entities.count
            if index == entities.count {
                position[entity.id] = index
                entities.append(entity)
            }
            if origin.known == nil || span.rule == "acronym" { addAlias(span, to: &entities[index]) }
            mentions.append(
                Mention(
                    range: span.range, kind: entity.kind, entityID: entity.id, form: span.form,
                    block: words.words[span.words.lowerBound].block, confidence: span.confidence,
                    rule: span.rule))
        }
        return (entities, mentions)
    }

    private func entity(_ span: NameSpan) -> Entity {
        if let known = span.known { return gazetteer.entities[Int(known)] }
        let name = text(span)
        return Entity(
            id: EntityID.make(wikidata: nil, kind: span.kind.rawValue, name: name), kind: span.kind,
            subtype: span.subtype, label: name,
            labelLanguage: language(span))
    }

    private func addAlias(_ span: NameSpan, to entity: inout Entity) {
        let name = text(span)
        let isShort = span.kind == .person && span.words.count == 1
        guard !isShort, name != entity.label, !entity.aliases.contains(where: { $0.text == name }) else {
            return
        }
        entity.aliases.append(
            Entity.Alias(
                text: name, language: language(span), kind: span.form == .acronym ? .acronym : .variant))
    }

    private func text(_ span: NameSpan) -> String {
        String(decoding: words.text[span.range], as: UTF8.self)
    }

    private func language(_ span: NameSpan) -> Language {
        let word = words.words[span.words.lowerBound]
        guard word.isArabic else { return .english }
        return word.languages == .persian ? .persian : .arabic
    }
}
