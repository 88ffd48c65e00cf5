package import Articles

/// That two names are of one entity, why, and how sure it is.
package struct NameLink: Sendable, Hashable {
    /// Short English text.
    package var reason: String
    /// 0…1, two decimals.
    package var confidence: Double

    package init(reason: String, confidence: Double) {
        self.reason = reason
        self.confidence = confidence
    }

    /// By how they are spelled. What the names leave open, neighbours in common must make up for; a last name alone never links.
    package static func bySpelling(_ similarity: NameSimilarity, _ evidence: Evidence) -> NameLink? {
        switch similarity {
        case .sameLetters:
            return NameLink(reason: "same letters", confidence: 0.95)
        case .articles:
            return evidence.score >= 3 && evidence.informative >= 1
                ? link("spelling variant", 0.85, evidence, over: 3) : nil
        case .oneLetter:
            return evidence.score >= 4 && evidence.informative >= 1
                ? link("spelling variant", 0.85, evidence, over: 4) : nil
        case .severalLetters:
            return evidence.score >= 6 && evidence.informative >= 2
                ? link("spelling variant", 0.8, evidence, over: 6) : nil
        case .transliteration(let isLong):
            let isLikely = isLong ? evidence.score >= 3 : evidence.score >= 4 && evidence.informative >= 1
            return isLikely
                ? link("transliteration", isLong ? 0.9 : 0.8, evidence, over: isLong ? 3 : 4) : nil
        }
    }

    /// By an alias: an article, or the gazetteer, calls the one by the name of the other, and nothing else is called so.
    package static func byAlias(
        _ alias: Entity.Alias, of entity: Entity, _ evidence: Evidence
    ) -> NameLink? {
        let text = NameText(alias.text)
        let name = NameText(entity.label)
        if entity.wikidata != nil {
            return evidence.score >= 2 && (entity.kind != .person || text.words.count > 1)
                ? link("alias", 0.9, evidence, over: 2) : nil
        }
        if alias.kind == .acronym {
            let isShort = alias.text.unicodeScalars.count < 3
            let isLikely = isShort ? evidence.score >= 3 && evidence.informative >= 1 : evidence.score >= 1
            return isLikely ? link("acronym", 0.85, evidence, over: 3) : nil
        }
        guard text.words.count > 1 || entity.kind != .person && text.script != name.script,
            entity.kind != .person || name.words.count > 1
        else { return nil }
        return link("alias", 0.9, evidence, over: 1)
    }

    private static func link(
        _ reason: String, _ confidence: Double, _ evidence: Evidence, over needed: Int
    ) -> NameLink {
        let isMore = evidence.score >= 2 * needed
        return NameLink(
            reason: reason, confidence: ((confidence + (isMore ? 0.05 : 0)) * 100).rounded() / 100)
    }
}
