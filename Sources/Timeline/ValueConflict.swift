import Articles

/// Numbers of one measure that the articles of one event give differently.
package struct ValueConflict: Sendable, Hashable {
    /// A range of values that overlap, and the events (by their index) that give it.
    package struct Side: Sendable, Hashable {
        package var lower: Double
        package var upper: Double
        package var events: [Int]
    }

    package var measure: String
    package var unit: String
    /// Two or more, ascending, no two of them overlapping.
    package var sides: [Side]

    /// API rule `disjoint_values`: numbers of the same measure, unit and date in disjoint ranges. `articles` has the article of
    /// each event: what one article says twice is no conflict.
    package static func all(in events: [ArticleEvent], articles: [Int64]) -> [ValueConflict] {
        var groups: [Key: [(range: ClosedRange<Double>, event: Int)]] = [:]
        for (index, event) in events.enumerated() {
            for quantity in event.quantities where quantity.lower <= quantity.upper {
                let key = Key(measure: quantity.measure, unit: quantity.unit, days: event.days)
                groups[key, default: []].append((quantity.lower...quantity.upper, index))
            }
        }
        // Of one measure, what is said of the narrowest time counts.
        let narrowest = groups.sorted { ($0.key.days.width, $0.key.days) < ($1.key.days.width, $1.key.days) }
        var conflicts: [ValueConflict] = []
        for (key, values) in narrowest
        where !conflicts.contains(where: { $0.measure == key.measure && $0.unit == key.unit }) {
            let sides = sides(of: values)
            let voices = Set(values.map { articles.indices.contains($0.event) ? articles[$0.event] : -1 })
            if sides.count > 1, voices.count > 1 {
                conflicts.append(ValueConflict(measure: key.measure, unit: key.unit, sides: sides))
            }
        }
        return conflicts.sorted { ($0.measure, $0.unit) < ($1.measure, $1.unit) }
    }

    private struct Key: Hashable {
        var measure: String
        var unit: String
        var days: DayInterval
    }

    private static func sides(of values: [(range: ClosedRange<Double>, event: Int)]) -> [Side] {
        var sides: [Side] = []
        let sorted = values.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.event)
                < ($1.range.lowerBound, $1.range.upperBound, $1.event)
        }
        for (range, event) in sorted {
            if let last = sides.last, range.lowerBound <= last.upper {
                sides[sides.count - 1].upper = max(last.upper, range.upperBound)
                if !last.events.contains(event) { sides[sides.count - 1].events.append(event) }
            } else {
                sides.append(Side(lower: range.lowerBound, upper: range.upperBound, events: [event]))
            }
        }
        return sides
    }
}
