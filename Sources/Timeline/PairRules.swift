package import Articles

/// How two events of different articles stand to each other. Each rule is a function of the two alone, so that what comes of
/// many does not depend on the order in which they came.
package enum PairRules {
    /// Whether two events with the same date, or both without one, are the same event. The same date alone never says so.
    package static func isSame(_ one: ArticleEvent, _ other: ArticleEvent) -> Bool {
        guard one.days == other.days, agree(one.status, other.status) else { return false }
        let evidence = Evidence(one, other)
        guard let oneKind = one.kind, let otherKind = other.kind else {
            return evidence.isCopy || isSameWithoutKind(evidence, one.days)
        }
        guard oneKind == otherKind else { return false }
        if evidence.isCopy { return true }
        guard !evidence.placesDiffer, !evidence.bothNamed || evidence.names > 0 else { return false }
        // Undated, only what is said in nearly the same words.
        if one.days.isUndated {
            return evidence.names > 0 && evidence.titleWords >= 3 && evidence.titleShare >= 0.6
        }
        if one.days.isDay { return isSameDay(evidence, isRepeatable: one.isRepeatable || other.isRepeatable) }
        // What may happen again in a month or year may be told of twice without being the same.
        guard !one.isRepeatable, !other.isRepeatable else { return false }
        return isSamePeriod(evidence)
    }

    private static func isSameWithoutKind(_ evidence: Evidence, _ days: DayInterval) -> Bool {
        guard !days.isUndated, !evidence.placesDiffer, evidence.names >= 2 else { return false }
        return days.isDay
            ? evidence.titleWords >= 2 && evidence.titleShare >= 0.6 && evidence.sentenceShare >= 0.5
            : evidence.titleWords >= 3 && evidence.titleShare >= 0.7 && evidence.sentenceShare >= 0.5
    }

    private static func isSameDay(_ evidence: Evidence, isRepeatable: Bool) -> Bool {
        switch evidence.names {
        case 0: evidence.titleWords >= 3 && evidence.titleShare >= 0.6 && evidence.sentenceShare >= 0.4
        case 1:
            evidence.isSimilar && evidence.sentenceShare >= 0.3
                || !isRepeatable && evidence.specificNames > 0 && evidence.isRelated
        default: evidence.isSimilar || evidence.isRelated || evidence.isSameAcrossLanguages
        }
    }

    private static func isSamePeriod(_ evidence: Evidence) -> Bool {
        switch evidence.names {
        case 0: evidence.titleWords >= 4 && evidence.titleShare >= 0.7 && evidence.sentenceShare >= 0.5
        case 1 where evidence.specificNames == 0:
            evidence.titleWords >= 3 && evidence.titleShare >= 0.6 && evidence.sentenceShare >= 0.3
        case 1: evidence.isSimilar && evidence.sentenceShare >= 0.3
        default: evidence.isSimilar || evidence.isSameAcrossLanguages
        }
    }

    /// How well an event with a coarse date fits one whose date lies inside; `nil` when it does not. Events that may happen
    /// again never do: a visit in 1992 is any visit of that year.
    package static func refinement(of coarse: ArticleEvent, by fine: ArticleEvent) -> Int? {
        guard let kind = coarse.kind, kind == fine.kind, !coarse.isRepeatable, !fine.isRepeatable,
            coarse.days.encloses(fine.days), coarse.isPlan == fine.isPlan, agree(coarse.status, fine.status)
        else { return nil }
        let evidence = Evidence(coarse, fine)
        guard !evidence.placesDiffer, fits(evidence) else { return nil }
        return evidence.names * 10 + min(evidence.titleWords, 6) * 10 + Int(evidence.titleShare * 30)
    }

    private static func fits(_ evidence: Evidence) -> Bool {
        switch evidence.names {
        case 0: false
        case 1 where evidence.specificNames == 0:
            evidence.titleWords >= 3 && evidence.titleShare >= 0.6 && evidence.sentenceShare >= 0.3
        case 1: evidence.isSimilar && evidence.sentenceShare >= 0.3
        default: evidence.isSimilar || evidence.isRelated || evidence.isSameAcrossLanguages
        }
    }

    /// A better fit by less than this is none: a coarse claim that fits two events belongs to neither.
    package static let refinementMargin = 15

    /// Whether `earlier` announces or plans what `later` says has happened.
    package static func isSequence(_ earlier: ArticleEvent, _ later: ArticleEvent) -> Bool {
        guard earlier.status == .announced || earlier.status == .planned, later.status == .occurred,
            let kind = earlier.kind, kind == later.kind, !later.isRepeatable,
            !earlier.days.isUndated, !later.days.isUndated, earlier.days.upper < later.days.lower,
            Int(later.days.lower) - Int(earlier.days.upper) <= longestSequence
        else { return false }
        let evidence = Evidence(earlier, later)
        return !evidence.placesDiffer && !unannounced.contains(kind) && evidence.isSimilar
            && (evidence.specificNames > 0 || evidence.names > 0 && evidence.sameNames)
            && evidence.sentenceShare >= 0.25
    }

    /// Kinds of which what is announced and what comes of it can't be told from others of the kind.
    private static let unannounced: Set<String> = [
        "agreement", "election", "war", "death", "birth", "accident", "trade", "statement",
    ]

    /// Days between an announcement and what comes of it.
    private static let longestSequence = 10 * 366

    /// Reports of the same day say that something is announced, planned or done; only what is denied is something else.
    private static func agree(_ one: ArticleEvent.Status, _ other: ArticleEvent.Status) -> Bool {
        (one == .denied) == (other == .denied)
    }
}

extension ArticleEvent {
    package typealias Status = Articles.Event.Status
}
