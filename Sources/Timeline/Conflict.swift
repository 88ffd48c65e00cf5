import Articles

/// Two claims of one event that can't both be true.
package enum Conflict {
    /// What makes an event of a kind the same one when its dates differ.
    private enum Identity {
        /// The same person.
        case person
        /// The same participants, be they countries.
        case participants
        /// The same body, place or thing, or the same words where nothing is named.
        case thing
    }

    /// Kinds that can't be told from another event of the same kind, such as elections, are in no conflict.
    private static let identities: [String: Identity] = [
        "death": .person, "birth": .person, "appointment": .person, "resignation": .person,
        "independence": .participants, "diplomatic_relations": .participants, "severance": .participants,
        "recognition": .participants, "nationalisation": .participants,
        "founding": .thing, "opening": .thing,
    ]

    /// Whether events of this kind can be in conflict at all.
    package static func isPossible(_ event: ArticleEvent) -> Bool {
        !event.isRepeatable && !event.days.isUndated && event.kind.map { identities[$0] != nil } ?? false
    }

    /// How sure it is, 0…1, that the same event is given two dates; `nil` when it is not one event. API rule
    /// `single_instance_disjoint`: the same kind and status, participants in common, similar words, and no day in common.
    package static func score(_ one: ArticleEvent, _ other: ArticleEvent) -> Double? {
        guard isPossible(one), isPossible(other), let kind = one.kind, kind == other.kind,
            one.status == other.status, let identity = identities[kind], !one.days.overlaps(other.days)
        else { return nil }
        let evidence = Evidence(one, other)
        guard !evidence.placesDiffer, isSame(evidence, identity) else { return nil }
        var score = 0.5 + 0.1 * Double(min(evidence.names, 3)) + 0.2 * evidence.titleShare
        for event in [one, other] {
            if event.date?.qualifier != nil { score *= 0.8 }
            if event.isFlagged { score *= 0.8 }
            // «On Tuesday» is often when it was said, not when it was.
            if event.date?.basis != .explicit && event.date?.basis != .listLabel { score *= 0.7 }
        }
        let rounded = (min(score, 1) * 100).rounded() / 100
        return rounded < least ? nil : rounded
    }

    /// Less is not worth looking at.
    private static let least = 0.6

    private static func isSame(_ evidence: Evidence, _ identity: Identity) -> Bool {
        let isClose = evidence.titleWords >= 2 && evidence.titleShare >= 0.6
        switch identity {
        case .person:
            return evidence.persons > 0 && (isClose || evidence.sameNames && evidence.titleWords > 0)
        case .participants:
            let isLikely = evidence.names > 1 && evidence.titleWords > 0 && evidence.titleShare >= 0.5
            return evidence.names > 0 && evidence.sameNames && (isClose || isLikely)
        case .thing:
            if evidence.names == 0 {
                return !evidence.bothNamed && evidence.titleWords >= 3 && evidence.titleShare >= 0.75
            }
            return evidence.specificNames > 0 && isClose
                || evidence.names >= 2 && evidence.sameNames && isClose
        }
    }
}
