/// Something that happened, or is due to, with every place in the article that states it.
package struct Event: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable, CaseIterable {
        case announced, planned, occurred, denied
    }

    package struct Participant: Sendable, Hashable {
        /// The `id` of an entity of the same `Annotations`.
        package var entityID: String
        package var role: String

        package init(entityID: String, role: String) {
            self.entityID = entityID
            self.role = role
        }
    }

    /// A number that a claim gives of something that can be counted or measured.
    package struct Quantity: Sendable, Hashable {
        /// What is counted, such as `killed`: the same word in every language.
        package var measure: String
        /// `person`, `usd`, …; empty where the measure says it all.
        package var unit: String
        package var lower: Double
        /// Equal to `lower` unless a range was given; never below it.
        package var upper: Double

        package init(measure: String, unit: String = "", lower: Double, upper: Double? = nil) {
            self.measure = measure
            self.unit = unit
            self.lower = lower
            self.upper = max(lower, upper ?? lower)
        }
    }

    /// UTF-8 bytes of the article's text: a part of a sentence or list item, never made up.
    package var titleRange: Range<Int>
    /// `diplomatic_relations`, `opening`, `founding`, `meeting`, …; `nil` where it is not clear.
    package var kind: String?
    /// Whether an event of this kind may happen again to the same participants, as a visit may and a founding may not.
    package var isRepeatable: Bool
    /// The narrowest date its claims agree on; `nil` when none has a date.
    package var date: WorldDate?
    package var participants: [Participant]
    /// The `id` of a place of the same `Annotations`.
    package var placeID: String?
    package var status: Status
    /// 0…1.
    package var confidence: Double
    /// At least one; the first is the one the title and date are from.
    package var claims: [Claim]
    /// Indices in `Annotations.events` of events that this one follows in a sequence (announced, then opened).
    package var follows: [Int]
    /// What is counted or measured in its claims.
    package var quantities: [Quantity]

    package init(
        titleRange: Range<Int>, kind: String?, isRepeatable: Bool = false, date: WorldDate?,
        participants: [Participant] = [], placeID: String? = nil, status: Status = .occurred,
        confidence: Double, claims: [Claim], follows: [Int] = [], quantities: [Quantity] = []
    ) {
        self.titleRange = titleRange
        self.kind = kind
        self.isRepeatable = isRepeatable
        self.date = date
        self.participants = participants
        self.placeID = placeID
        self.status = status
        self.confidence = confidence
        self.claims = claims
        self.follows = follows
        self.quantities = quantities
    }
}
