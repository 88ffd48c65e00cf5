package import Articles

/// How often something counts.
package struct Tally: Sendable, Hashable {
    /// A value of a dimension.
    package struct Key: Sendable, Hashable {
        /// An entity's id, a source's name, or a year in EDTF.
        package var id: String
        package var label: String
        /// An entity's kind, `source` or `year`.
        package var type: String

        /// All that is not named.
        package static let other = Key(id: "", label: "other", type: "other")
    }

    /// How much counts on one day.
    package struct Day: Sendable, Hashable {
        package var day: CivilDate
        package var value: Int
    }

    /// One for each dimension.
    package var keys: [Key]
    package var value: Int
    /// In order; none unless asked for.
    package var days: [Day] = []
}

/// The keys that count most.
package struct Tallies: Sendable, Hashable {
    /// The greatest first.
    package var items: [Tally] = []
    /// How many keys there are in all.
    package var count = 0
    /// What all keys count together.
    package var total = 0
    /// What is left out because it has no day, where days are asked for.
    package var undated = 0
    /// The store's sequence number that it reflects.
    package var sequence: Int64 = 0
}
