/// How many of the documents that match have each value.
package struct Facet: Sendable, Hashable {
    package struct Count: Sendable, Hashable {
        /// A keyword; a year or a month as `1992` or `1992-05`, years before 1 as `-0043` (ISO 8601-2).
        package var value: String
        package var count: Int

        package init(value: String, count: Int) {
            self.value = value
            self.count = count
        }
    }

    /// Most documents first; of the same count, by the value's bytes, periods by time.
    package var counts: [Count]
    /// Whether there are more values than are given.
    package var hasMore: Bool
    /// The deadline came before all documents had been looked at.
    package var isPartial: Bool

    package init(counts: [Count], hasMore: Bool, isPartial: Bool = false) {
        self.counts = counts
        self.hasMore = hasMore
        self.isPartial = isPartial
    }
}
