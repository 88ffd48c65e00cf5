import Articles
import TextAnalysis

extension ArticleLinker {
    func result() -> (entities: [Entity], mentions: [Mention]) {
        var entities: [Entity] = []
        var positionOfRoot: [Int: Int] = [:]
        var positionOfID: [String: Int] = [:]
        var mentions: [Mention] = []
        let members = Dictionary(grouping: nodes.indices, by: root)
        for (position, span) in spans.enumerated() {
            let node = nodeOfSpan[position]
            let link = peopleOfSpans[position] ?? nodes[node].link
            let root = link?.node ?? node
            let index: Int
            if let known = positionOfRoot[root] {
                index = known
            } else {
                let entity = entity(root, members[root] ?? [root])
                index = positionOfID[entity.id] ?? entities.count
                if index == entities.count { entities.append(entity) }
                positionOfID[entity.id] = index
                positionOfRoot[root] = index
            }
            mentions.append(mention(span, nodes[node].isWhole, entities[index], link))
        }
        addDefiniteNouns(entities, &mentions)
        return (entities, mentions)
    }

    private func mention(_ span: NameSpan, _ isWhole: Bool, _ entity: Entity, _ link: NameLink?) -> Mention {
        let start = isWhole ? words.words[span.words.lowerBound].range.lowerBound : span.range.lowerBound
        var mention = Mention(
            range: start..<span.range.upperBound, kind: entity.kind, entityID: entity.id, form: span.form,
            block: words.words[span.words.lowerBound].block,
            confidence: min(span.confidence, link?.confidence ?? 1), rule: span.rule)
        mention.reason = span.form == .adjective ? "adjective" : link?.reason ?? "name"
        if mention.reason == "name", span.known != nil {
            mention.reason =
                span.form == .acronym
                ? "acronym" : NameText.text(of: span, in: words) == entity.label ? "name" : "alias"
        }
        return mention
    }

    private func entity(_ root: Int, _ members: [Int]) -> Entity {
        let names = members.filter { $0 == root || nodes[$0].link?.isAlias == true }
        if let known = members.lazy.compactMap({ nodes[$0].known }).first {
            var entity = gazetteer.entities[Int(known)]
            for name in names where nodes[name].known == nil { add(nodes[name], to: &entity) }
            return entity
        }
        let label = nodes[best(names)]
        var entity = Entity(
            id: EntityID.make(wikidata: nil, kind: label.kind.rawValue, name: label.text), kind: label.kind,
            subtype: names.lazy.compactMap { nodes[$0].subtype }.first, label: label.text,
            labelLanguage: label.language)
        for name in names { add(nodes[name], to: &entity) }
        return entity
    }

    /// The label of an entity: no acronym, in the language of most of its mentions' texts, the longest of at most six words.
    private func best(_ names: [Int]) -> Int {
        let languages = words.words[spans[nodes[names[0]].spans[0]].words.lowerBound].languages
        func rank(_ node: Int) -> [Int] {
            let name = nodes[node]
            let isOfText = languages == .english ? !name.isArabic : name.isArabic
            let count = name.wordCount
            return [name.isAcronym ? 0 : 1, isOfText ? 1 : 0, count > 6 ? 0 : count, name.spans.count, -node]
        }
        return names.max { rank($0).lexicographicallyPrecedes(rank($1)) } ?? names[0]
    }

    private func add(_ name: NameNode, to entity: inout Entity) {
        guard name.text != entity.label, !entity.aliases.contains(where: { $0.text == name.text }) else {
            return
        }
        entity.aliases.append(
            Entity.Alias(
                text: name.text, language: name.language, kind: name.isAcronym ? .acronym : .variant))
    }
}
