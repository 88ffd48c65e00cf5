import EntityLinking

/// What the writer knows of a name.
struct NameState {
    let identity: NameIdentity
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

    var row: Int64 { identity.row }
    var local: String { identity.local }
    var id: String { identity.id }
    var kind: String { identity.kind }
    var wikidata: String? { identity.wikidata }

    /// As one that is named beside another.
    var asNeighbour: Neighbour {
        Neighbour(feature: feature, isCommon: isPlain || articles > Neighbour.commonCount)
    }
}

/// What never changes of a name; in one place, so that copies of a `NameState` share it.
final class NameIdentity: Sendable {
    let row: Int64
    /// The id that extraction gives it.
    let local: String
    /// The id that it brings to its entity.
    let id: String
    let kind: String
    let wikidata: String?

    init(row: Int64, local: String, id: String, kind: String, wikidata: String?) {
        self.row = row
        self.local = local
        self.id = id
        self.kind = kind
        self.wikidata = wikidata
    }
}
