/// What two names are named beside.
package struct Evidence: Sendable, Hashable {
    /// Neighbours in common that few articles name.
    package var informative = 0
    /// Neighbours in common that many articles name.
    package var common = 0

    package var score: Int { 2 * informative + common }

    package init(informative: Int = 0, common: Int = 0) {
        self.informative = informative
        self.common = common
    }

    /// Of two names by the articles that stand for each. An article that names both, as two, says nothing; neither do the names
    /// themselves, whose features are `own`.
    package init(_ one: [Neighbourhood], _ other: [Neighbourhood], own: Set<Int64>) {
        let both = Set(one.map(\.article)).intersection(other.map(\.article))
        var seen: [Int64: Bool] = [:]
        for place in one where !both.contains(place.article) {
            for neighbour in place.neighbours where !own.contains(neighbour.feature) {
                seen[neighbour.feature] = neighbour.isCommon || seen[neighbour.feature] ?? false
            }
        }
        for place in other where !both.contains(place.article) {
            for neighbour in place.neighbours {
                guard let isCommon = seen.removeValue(forKey: neighbour.feature) else { continue }
                if isCommon || neighbour.isCommon { common += 1 } else { informative += 1 }
            }
        }
    }
}
