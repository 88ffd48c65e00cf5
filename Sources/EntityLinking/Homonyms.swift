/// Tells people of one name apart by what they are named beside.
package struct Homonyms: Sendable, Hashable {
    /// Fewer articles of a name are never taken apart.
    package static let leastArticles = 4

    /// The part of each article that stands for the name: 0 for the greatest part, and for all when it is not taken apart.
    package private(set) var parts: [Int64: Int] = [:]
    /// How many parts there are, at least 1.
    package private(set) var count = 1
    /// No neighbour ties all together: other neighbours may take the name apart.
    package private(set) var isLoose = false
    /// The part of each neighbour, when there are several parts.
    private var partOf: [Int64: Int] = [:]

    /// A name falls apart into groups of articles that have no neighbour in common, when two or more groups have 2 articles and 3
    /// neighbours that few articles name. What belongs to none of those stays with the greatest.
    package init(_ sample: [Neighbourhood]) {
        let groups = Self.groups(of: sample)
        isLoose = groups.count > 1
        let solid = groups.filter { group in
            group.count >= 2
                && Set(group.flatMap { $0.neighbours.lazy.filter { !$0.isCommon }.map(\.feature) }).count >= 3
        }
        guard solid.count > 1 else { return }
        let ordered = solid.sorted { ($1.count, Self.rank($0)) < ($0.count, Self.rank($1)) }
        count = ordered.count
        for (part, group) in ordered.enumerated() {
            for place in group {
                parts[place.article] = part
                for neighbour in place.neighbours { partOf[neighbour.feature] = part }
            }
        }
    }

    /// The part of an article of the name.
    package func part(of place: Neighbourhood) -> Int {
        guard count > 1 else { return 0 }
        if let known = parts[place.article] { return known }
        var votes = [Int](repeating: 0, count: count)
        for neighbour in place.neighbours {
            guard let part = partOf[neighbour.feature] else { continue }
            votes[part] += neighbour.isCommon ? 1 : 2
        }
        let most = votes.max() ?? 0
        return votes.firstIndex(of: most) ?? 0
    }

    private static func rank(_ group: [Neighbourhood]) -> Int64 { group.map(\.rank).min() ?? 0 }

    /// Articles that a chain of neighbours in common joins.
    private static func groups(of sample: [Neighbourhood]) -> [[Neighbourhood]] {
        var parents = Array(sample.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index { index = parents[index] }
            return index
        }
        var first: [Int64: Int] = [:]
        for (index, place) in sample.enumerated() {
            for neighbour in place.neighbours {
                guard let other = first[neighbour.feature] else {
                    first[neighbour.feature] = index
                    continue
                }
                let (one, two) = (root(other), root(index))
                parents[max(one, two)] = min(one, two)
            }
        }
        let byRoot = Dictionary(grouping: sample.indices) { root($0) }
        return byRoot.sorted { $0.key < $1.key }.map { $0.value.map { sample[$0] } }
    }
}
