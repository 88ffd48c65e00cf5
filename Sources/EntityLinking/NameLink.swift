package import Articles
import TextAnalysis

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
            return evidence.score >= 4 && evidence.informative >= 1
                && (entity.kind != .person || text.words.count > 1)
                ? link("alias", 0.9, evidence, over: 4) : nil
        }
        if alias.kind == .acronym {
            let isShort = alias.text.unicodeScalars.count < 3
            let isLikely = isShort ? evidence.score >= 3 && evidence.informative >= 1 : evidence.score >= 1
            return isLikely ? link("acronym", 0.85, evidence, over: 3) : nil
        }
        guard text.words.count > 1 || entity.kind != .person && text.script != name.script,
            entity.kind != .person || name.words.count > 1
        else { return nil }
        guard let needed = needed(text, name, entity.kind) else { return nil }
        return evidence.score >= needed ? link("alias", 0.9, evidence, over: max(needed, 1)) : nil
    }

    /// What neighbours must make up for where one name is a part of the other; `nil` where nothing can: وزارة العمل is not the Saudi
    /// one only since an article calls that so, nor Cairo its university.
    private static func needed(_ one: NameText, _ other: NameText, _ kind: Entity.Kind) -> Int? {
        guard kind != .person else { return 0 }
        let (one, other) = (ComparisonKey(one.text).words, ComparisonKey(other.text).words)
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        guard short.count < long.count else { return 0 }
        let isTail = long.suffix(short.count) == short[...]
        if kind == .place { return isTail || long.starts(with: short) ? nil : 0 }
        // What comes in front says of what kind it is: حركة, نادي; what comes after, which of many.
        return long.starts(with: short) ? nil : isTail ? 3 : 0
    }

    private static func link(
        _ reason: String, _ confidence: Double, _ evidence: Evidence, over needed: Int
    ) -> NameLink {
        let isMore = evidence.score >= 2 * needed
        return NameLink(
            reason: reason, confidence: ((confidence + (isMore ? 0.05 : 0)) * 100).rounded() / 100)
    }
}
