package import Articles
package import TextAnalysis

/// An event with what a timeline shows of it.
package struct StoredEvent: Sendable, Hashable {
    /// Where a claim stands: code points from the start of the article's text, end exclusive.
    package struct ClaimSpan: Sendable, Hashable {
        package var claim: Range<Int>
        package var date: Range<Int>

        package init(claim: Range<Int>, date: Range<Int>) {
            self.claim = claim
            self.date = date
        }
    }

    /// `e_…`
    package var id: String
    package var title: String
    package var titleLanguage: Language
    package var titleDirection: TextDirection
    package var event: Event
    /// One for each of `event.claims`.
    package var claimSpans: [ClaimSpan]
    /// Labels of the participants and place, by entity id.
    package var labels: [String: String]
    /// `e_…` of the events that it follows.
    package var follows: [String]
    package var articleID: String
    package var revision: Int

    package init(
        id: String, title: String, titleLanguage: Language, titleDirection: TextDirection,
        event: Event, claimSpans: [ClaimSpan], labels: [String: String], follows: [String], articleID: String,
        revision: Int
    ) {
        self.id = id
        self.title = title
        self.titleLanguage = titleLanguage
        self.titleDirection = titleDirection
        self.event = event
        self.claimSpans = claimSpans
        self.labels = labels
        self.follows = follows
        self.articleID = articleID
        self.revision = revision
    }
}
