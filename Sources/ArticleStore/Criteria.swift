package import Articles

/// Which articles, events or hits are asked for: the same for every list.
package struct Criteria: Sendable, Hashable {
    /// One condition; several on the same thing must all hold.
    package struct Clause: Sendable, Hashable {
        /// One of these must hold, or none if `negated`.
        package var values: [String]
        package var negated: Bool

        package init(_ values: [String], negated: Bool = false) {
            self.values = values
            self.negated = negated
        }
    }

    /// BCP 47 codes.
    package var languages: [Clause] = []
    /// Names of sources, compared exactly.
    package var sources: [Clause] = []
    /// Entity ids.
    package var entities: [Clause] = []
    /// Article ids.
    package var articles: [Clause] = []
    /// `WorldDate.Precision` raw values, for events.
    package var precisions: [Clause] = []
    /// The first and last day that matter; `nil` where open.
    package var from: CivilDate?
    package var to: CivilDate?
    /// The whole of an event's interval must lie between `from` and `to`, not only meet it.
    package var certain = false
    /// Of events: independent sources, at least.
    package var minimumSources = 0
    /// Of events, 0…1.
    package var minimumConfidence = 0.0
    /// Events without a date count too, unless `from` or `to` is given.
    package var includesUndated = true
    /// Of articles: only the first of each cluster of copies that is asked for.
    package var collapsesClusters = false
    /// Only events without a date, of which there are none between `from` and `to`.
    package var onlyUndated = false

    package init() {}
}
