package import Articles
package import TextAnalysis

/// An event with what a timeline shows of it.
package struct StoredEvent: Sendable, Hashable {
    /// `e_…`
    package var id: String
    package var title: String
    package var titleLanguage: Language
    package var titleDirection: TextDirection
    package var event: Event
    /// Labels of the participants and place, by entity id.
    package var labels: [String: String]
    /// `e_…` of the events that it follows.
    package var follows: [String]
    package var articleID: String
    package var revision: Int

    package init(
        id: String, title: String, titleLanguage: Language, titleDirection: TextDirection,
        event: Event, labels: [String: String], follows: [String], articleID: String, revision: Int
    ) {
        self.id = id
        self.title = title
        self.titleLanguage = titleLanguage
        self.titleDirection = titleDirection
        self.event = event
        self.labels = labels
        self.follows = follows
        self.articleID = articleID
        self.revision = revision
    }
}
