/// What the writer knows of a name.
struct NameState {
    let row: Int64
    /// The id that extraction gives it.
    let local: String
    /// The id that it brings to its entity.
    let id: String
    let kind: String
    let wikidata: String?
    /// See `Neighbour.feature`.
    let feature: Int64
    /// Common by what it is, however few articles name it.
    let isPlain: Bool
    var articles: Int
    /// In how many ways articles describe it.
    var namings: Int
    /// There are names that it may be linked to.
    var isPaired: Bool
    /// Articles that name it have no chain of neighbours in common.
    var isLoose: Bool
    /// Not all of its articles mean the same.
    var isSplit: Bool
    /// The entity of all its articles when it is not split; 0 until it has one.
    var entity: Int64
    /// Its entity has other names too.
    var isShared: Bool
}

/// What the writer remembers of entities from one transaction to the next, so that a name that is seen again costs no query.
struct EntityCache {
    /// Beyond this it starts anew; about 40 MB.
    private static let maximumNames = 100_000
    /// Beyond this; about 15 MB.
    private static let maximumArticles = 60_000

    private(set) var names: [Int64: NameState] = [:]
    private var rows: [String: Int64] = [:]
    /// The names of articles.
    var namesOfArticles: [Int64: [Int64]] = [:]

    /// Starts anew when it has become too large.
    mutating func trim() {
        if names.count > Self.maximumNames { self = EntityCache() }
        if namesOfArticles.count > Self.maximumArticles { namesOfArticles = [:] }
    }

    func name(local: String) -> NameState? {
        rows[local].flatMap { names[$0] }
    }

    mutating func remember(_ name: NameState) {
        names[name.row] = name
        rows[name.local] = name.row
    }

    mutating func change(_ row: Int64, _ body: (inout NameState) -> Void) {
        // In place: a copy of it would count references to all its texts.
        guard let index = names.index(forKey: row) else { return }
        body(&names.values[index])
    }

    mutating func forget(_ row: Int64) {
        guard let name = names.removeValue(forKey: row) else { return }
        rows[name.local] = nil
    }
}
