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
    package init(_ one: NeighbourSample, _ other: NeighbourSample, own: Set<Int64>) {
        let both = one.articles.intersection(other.articles)
        var (few, many) = (one.features(without: both), other.features(without: both))
        if few.count > many.count { swap(&few, &many) }
        for (feature, isCommon) in few where !own.contains(feature) {
            guard let alsoCommon = many[feature] else { continue }
            if isCommon || alsoCommon { common += 1 } else { informative += 1 }
        }
    }
}
