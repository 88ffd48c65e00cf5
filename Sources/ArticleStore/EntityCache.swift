/// What the writer remembers of entities, so that a name that is seen again costs no query.
struct EntityCache {
    /// Beyond this it starts anew; about 10 MB.
    private static let maximumCount = 200_000

    private(set) var rows: [String: Int64] = [:]
    private var writtenAliases: Set<Int> = []

    /// Starts anew when it has become too large.
    mutating func trim() {
        if rows.count + writtenAliases.count > Self.maximumCount { self = EntityCache() }
    }

    mutating func remember(_ id: String, row: Int64) {
        rows[id] = row
    }

    mutating func forget(_ id: String) {
        rows[id] = nil
        writtenAliases.removeAll()
    }

    /// True the first time for this alias.
    mutating func isNew(alias text: String, of row: Int64) -> Bool {
        var hasher = Hasher()
        hasher.combine(row)
        hasher.combine(text)
        return writtenAliases.insert(hasher.finalize()).inserted
    }
}
