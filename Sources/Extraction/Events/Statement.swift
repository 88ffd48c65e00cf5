import Articles

/// One dated statement of an article, before statements of the same event are put together.
struct Statement: Sendable {
    var claim: Claim
    var date: WorldDate
    var title: Range<Int>
    var kind: String?
    var status: Event.Status
    /// The verb is in the future tense.
    var isFuture: Bool
    /// Ids of persons, organisations and countries.
    var participants: [String]
    var place: String?
    /// First letters of the words that are neither names nor cues.
    var content: Set<String>
    var isListItem: Bool

    /// Everyone and everything named.
    var named: Set<String> {
        Set(participants + [place].compactMap(\.self))
    }
}
