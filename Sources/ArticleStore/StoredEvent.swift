package import Articles
package import TextAnalysis

/// An event with what a timeline shows of it.
package struct StoredEvent: Sendable, Hashable {
    /// Where a claim stands: code points from the start of its article's text, end exclusive.
    package struct ClaimSpan: Sendable, Hashable {
        package var claim: Range<Int>
        /// `nil` for a claim without a date.
        package var date: Range<Int>?

        package init(claim: Range<Int>, date: Range<Int>?) {
            self.claim = claim
            self.date = date
        }
    }

    /// Which article a claim is from.
    package struct ClaimSource: Sendable, Hashable {
        /// `c_…`, the same as long as its article is there.
        package var id: String
        /// Empty for an article that is not stored.
        package var articleID: String
        package var revision: Int

        package init(id: String, articleID: String, revision: Int) {
            self.id = id
            self.articleID = articleID
            self.revision = revision
        }
    }

    /// `e_…`
    package var id: String
    package var title: String
    package var titleLanguage: Language
    package var titleDirection: TextDirection
    /// With the participants and claims of all articles; ranges are those of each claim's article.
    package var event: Event
    /// One for each of `event.claims`.
    package var claimSpans: [ClaimSpan]
    /// One for each of `event.claims`.
    package var claimSources: [ClaimSource]
    /// Independent ones: who credits the same agency or says the same sentence is one.
    package var sourceCount: Int
    /// 0…1.
    package var salience: Double
    /// Labels of the participants and place, by entity id.
    package var labels: [String: String]
    /// `e_…` of the events that it follows.
    package var follows: [String]
    /// `x_…` of the contradictions that it is a side of.
    package var contradictions: [String]

    package init(
        id: String, title: String, titleLanguage: Language, titleDirection: TextDirection,
        event: Event, claimSpans: [ClaimSpan], claimSources: [ClaimSource], sourceCount: Int = 1,
        salience: Double = 0, labels: [String: String], follows: [String], contradictions: [String] = []
    ) {
        self.id = id
        self.title = title
        self.titleLanguage = titleLanguage
        self.titleDirection = titleDirection
        self.event = event
        self.claimSpans = claimSpans
        self.claimSources = claimSources
        self.sourceCount = sourceCount
        self.salience = salience
        self.labels = labels
        self.follows = follows
        self.contradictions = contradictions
    }

    /// The articles that state it, in the order of their claims.
    package var articleIDs: [String] {
        var ids: [String] = []
        var seen: Set<String> = []
        for source in claimSources where !source.articleID.isEmpty {
            if seen.insert(source.articleID).inserted { ids.append(source.articleID) }
        }
        return ids
    }

    /// The first of `articleIDs`; empty for an event that is not stored.
    package var articleID: String { claimSources.first?.articleID ?? "" }
}
