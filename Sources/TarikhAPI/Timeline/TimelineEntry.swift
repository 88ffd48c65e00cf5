import ArticleStore
import Articles
import TextAnalysis

/// What the exports of a timeline show of one event.
struct TimelineEntry: Sendable, Hashable {
    struct Place: Sendable, Hashable {
        var label: String
        var coordinates: Coordinates?
    }

    /// `e_…`
    var id: String
    var title: String
    var language: Language
    var direction: TextDirection
    var kind: String?
    /// `nil` when it is not known when it happened.
    var date: WorldDate?
    /// The names of those who take part.
    var participants: [String]
    var place: Place?
    var status: Event.Status
    /// 0…1.
    var confidence: Double
    /// How many sources say so independently.
    var sources: Int
    /// `a_…`
    var articles: [String]
    /// A sentence that states it; empty when its article is no longer there.
    var text: String
    /// When what is known of it was last added to: seconds since 1970-01-01T00:00:00Z.
    var updatedAt: Int64

    /// Kind, participants and place, each once: what a reader would sort it under.
    var tags: [String] {
        var tags: [String] = []
        for tag in [kind].compactMap(\.self) + participants + [place?.label].compactMap(\.self)
        where !tags.contains(tag) {
            tags.append(tag)
        }
        return tags
    }
}
