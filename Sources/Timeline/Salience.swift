package import Articles
import Foundation

/// How much an event matters among others, as far as its articles tell.
package enum Salience {
    /// 0…1, two decimals:
    /// 0.45 (1 − 1/sources) + 0.15 (1 − 1/(1 + log₂ articles)) + 0.2 confidence + 0.1 precision + 0.1 kind,
    /// where precision is 1 for a day, 0.8 for a month, 0.6 for a season, quarter or half, 0.5 for a year, 0.3 beyond, 0 without
    /// a date; kind is 1 where it is known, 0.3 for a mere statement, 0 where it is not.
    package static func value(
        sources: Int, articles: Int, confidence: Double, precision: WorldDate.Precision?, kind: String?
    ) -> Double {
        let voices = 1 - 1 / Double(max(sources, 1))
        let echo = 1 - 1 / (1 + log2(Double(max(articles, 1))))
        let known = kind == nil ? 0 : kind == "statement" ? 0.3 : 1
        let value =
            0.45 * voices + 0.15 * echo + 0.2 * confidence + 0.1 * weight(precision) + 0.1 * known
        return (min(max(value, 0), 1) * 100).rounded() / 100
    }

    private static func weight(_ precision: WorldDate.Precision?) -> Double {
        switch precision {
        case .day: 1
        case .week: 0.9
        case .month: 0.8
        case .season, .quarter, .half: 0.6
        case .year: 0.5
        case .range, .decade, .century, .millennium: 0.3
        case nil: 0
        }
    }
}
