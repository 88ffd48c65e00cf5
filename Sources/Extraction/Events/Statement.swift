import Articles

/// One statement of an article, before statements of the same event are put together.
struct Statement: Sendable {
    var claim: Claim
    /// `nil` when none is known.
    var date: WorldDate?
    var title: Range<Int>
    var kind: String?
    var status: Event.Status
    /// The verb is in the future tense.
    var isFuture: Bool
    /// Ids of persons, organisations and countries.
    var participants: [String]
    var place: String?
    /// Hashes of the first letters of the words that are neither names nor cues.
    var content: Set<UInt64>
    var isListItem: Bool

    /// Whether it has a place on a timeline: a day before which it did not start.
    var isPlaced: Bool { date?.lower != nil }

    /// Everyone and everything named.
    var named: Set<String> {
        Set(participants + [place].compactMap(\.self))
    }
}
