/// The articles that stand for a name, with what they name beside it; read once, to be compared with many.
package struct NeighbourSample: Sendable {
    let articles: Set<Int64>
    /// The features of neighbours, and whether any that has one is common.
    let features: [Int64: Bool]
    private let places: [Neighbourhood]

    package init(_ places: [Neighbourhood]) {
        self.places = places
        articles = Set(places.lazy.map(\.article))
        features = Self.features(of: places)
    }

    /// The features but for those of `excluded` articles.
    func features(without excluded: Set<Int64>) -> [Int64: Bool] {
        excluded.isEmpty ? features : Self.features(of: places.filter { !excluded.contains($0.article) })
    }

    private static func features(of places: [Neighbourhood]) -> [Int64: Bool] {
        var features: [Int64: Bool] = [:]
        for place in places {
            for neighbour in place.neighbours {
                Self.join(neighbour.isCommon, to: &features[neighbour.feature, default: false])
            }
        }
        return features
    }

    private static func join(_ isCommon: Bool, to known: inout Bool) {
        known = known || isCommon
    }
}
