import EntityLinking

/// What the writer remembers of entities from one transaction to the next, so that a name that is seen again costs no query.
struct EntityCache {
    /// Beyond this it starts anew; about 40 MB.
    private static let maximumNames = 100_000
    /// Beyond this; about 15 MB.
    private static let maximumArticles = 60_000

    /// Beyond this; about 10 MB.
    private static let maximumTexts = 20_000

    private(set) var names = RowTable<NameState>()
    private var rows: [String: Int64] = [:]
    /// The names of articles.
    var namesOfArticles = RowTable<[Int64]>()
    /// Names as they are compared.
    var texts: [String: NameText] = [:]

    /// Starts anew when it has become too large.
    mutating func trim() {
        if names.count > Self.maximumNames { self = EntityCache() }
        if namesOfArticles.count > Self.maximumArticles { namesOfArticles = RowTable() }
        if texts.count > Self.maximumTexts { texts = [:] }
    }

    func name(local: String) -> NameState? {
        rows[local].flatMap { names[$0] }
    }

    mutating func remember(_ name: NameState) {
        names[name.row] = name
        rows[name.local] = name.row
    }

    /// Changes what is known of a name, in place.
    mutating func change(_ row: Int64, _ body: (inout NameState) -> Void) {
        names.change(row, body)
    }

    mutating func forget(_ row: Int64) {
        guard let name = names[row] else { return }
        names[row] = nil
        rows[name.local] = nil
    }
}
