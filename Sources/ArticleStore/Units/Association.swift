import Foundation

/// How strongly two things belong together, by how many units name each, both, and any at all.
package struct Association: Sendable, Hashable {
    /// What co-occurrences are ranked by.
    package enum Measure: String, Sendable, Hashable, CaseIterable {
        /// Units that name both.
        case count
        /// Pointwise mutual information.
        case pmi
        /// Pearson's chi-square, negative where the two are together less often than by chance.
        case chiSquare = "chi2"
    }

    package var both: Int
    package var left: Int
    package var right: Int
    package var total: Int

    package init(both: Int, left: Int, right: Int, total: Int) {
        self.both = both
        self.left = left
        self.right = right
        self.total = total
    }

    /// How many units would name both if neither had to do with the other.
    package var expected: Double {
        total > 0 ? Double(left) * Double(right) / Double(total) : 0
    }

    /// log2 of how many times as often they are together as by chance (Church and Hanks, 1990); 0 without a unit.
    package var mutualInformation: Double {
        guard both > 0, expected > 0 else { return 0 }
        return log2(Double(both) / expected)
    }

    /// Of the table of units with and without each, with one degree of freedom and no correction; with the sign of the
    /// association. 0 where one of the two is everywhere.
    package var chiSquare: Double {
        let n = Double(total)
        let left = Double(left)
        let right = Double(right)
        let spread = left * (n - left) * right * (n - right)
        guard spread > 0 else { return 0 }
        let difference = n * Double(both) - left * right
        let value = n * (difference / spread.squareRoot()) * (difference / spread.squareRoot())
        return difference < 0 ? -value : value
    }

    package func value(_ measure: Measure) -> Double {
        switch measure {
        case .count: Double(both)
        case .pmi: mutualInformation
        case .chiSquare: chiSquare
        }
    }

    /// The most that two can have in common that are together in `both` units: when the other is nowhere else.
    static func bound(_ measure: Measure, both: Int, left: Int, total: Int) -> Double {
        Association(both: both, left: left, right: both, total: total).value(measure)
    }
}
