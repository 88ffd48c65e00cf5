/// What is counted, and by what.
package struct TallyQuery: Sendable, Hashable {
    /// What counts.
    package enum Measure: String, Sendable, Hashable, CaseIterable {
        case events, articles
        /// Places in articles that name an entity.
        case mentions
    }

    /// What things are counted by. Those that have none of it are left out.
    package enum Dimension: String, Sendable, Hashable, CaseIterable {
        /// Who or what takes part in an event or is its place, or is named by an article.
        case entity
        /// The source of an article, or of one that states an event.
        case source
        /// Where an event happened, or a place that an article names.
        case place
        /// Of an event its earliest day's, with an open start its latest; of an article that of its publication, in UTC.
        case year
    }

    package var measure: Measure
    /// All things are one when empty.
    package var dimensions: [Dimension]
    /// Bounds on days hold for events' days where events count, else for days of publication in UTC. Mentions count of the
    /// entities that are asked for only.
    package var criteria: Criteria
    /// Keys at most; those that count most are kept.
    package var limit: Int

    package init(measure: Measure, dimensions: [Dimension], criteria: Criteria, limit: Int) {
        self.measure = measure
        self.dimensions = dimensions
        self.criteria = criteria
        self.limit = limit
    }
}
