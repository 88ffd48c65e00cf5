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
        let (first, second) = (Self.features(one, without: both), Self.features(other, without: both))
        for (feature, isCommon) in first where !own.contains(feature) {
            guard let alsoCommon = second[feature] else { continue }
            if isCommon || alsoCommon { common += 1 } else { informative += 1 }
        }
    }

    /// The features of neighbours, and whether any that has one is common.
    private static func features(
        _ places: [Neighbourhood], without excluded: Set<Int64>
    ) -> [Int64: Bool] {
        var features: [Int64: Bool] = [:]
        for place in places where !excluded.contains(place.article) {
            for neighbour in place.neighbours {
                features[neighbour.feature] = neighbour.isCommon || features[neighbour.feature] ?? false
            }
        }
        return features
    }
}
