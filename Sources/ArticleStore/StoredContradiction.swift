/// Claims that can't all be true.
package struct StoredContradiction: Sendable, Hashable {
    package enum Relation: String, Sendable, Hashable, CaseIterable {
        /// One event, two dates.
        case conflict
        /// One event, two numbers.
        case valueConflict = "value_conflict"
    }

    package enum Status: String, Sendable, Hashable, CaseIterable {
        case open, confirmed, dismissed, resolved
    }

    /// What some of the claims say.
    package struct Side: Sendable, Hashable {
        /// EDTF for dates; numbers, or `lower/upper`, for others.
        package var value: String
        /// `c_…`
        package var claims: [String]
        /// Folded names of who says it in the end, each once; the id of an article that names nobody.
        package var sources: [String]
        package var independentSources: Int
        /// Of the surest claim, 0…1.
        var confidence: Double
        /// Days from the first to the last; 0 for numbers. What differs by days alone, as years do, is equally exact.
        var width: Int

        package init(
            value: String, claims: [String], sources: [String], independentSources: Int, confidence: Double,
            width: Int
        ) {
            self.value = value
            self.claims = claims
            self.sources = sources
            self.independentSources = independentSources
            self.confidence = confidence
            self.width = width
        }
    }

    /// `x_…`
    package var id: String
    package var relation: Relation
    /// `date`, or what was counted or measured.
    package var field: String
    /// `e_…` of the suggested side's event, or else of the first side's.
    package var eventID: String
    /// 0…1.
    package var score: Double
    package var status: Status
    package var sides: [Side]
    package var note: String?
    /// Grows with every change.
    package var revision: Int

    /// The name of the rule of the API that found it.
    package var rule: String {
        relation == .conflict ? "single_instance_disjoint" : "disjoint_values"
    }

    /// The value with more independent sources, or else the more exact, or else the surer one; `nil` when there is none.
    package var suggested: String? { Self.better(of: sides).map { sides[$0].value } }

    /// 0 for a day, more for a month, a quarter, a half, a year and what is longer.
    private static func exactness(_ width: Int) -> Int {
        [0, 31, 92, 184, 366].firstIndex { width <= $0 } ?? 5
    }

    static func better(of sides: [Side]) -> Int? {
        let keys = sides.map { ($0.independentSources, -exactness($0.width), Int($0.confidence * 100)) }
        guard let best = keys.indices.max(by: { keys[$0] < keys[$1] }) else { return nil }
        return keys.count { $0 == keys[best] } == 1 ? best : nil
    }
}
