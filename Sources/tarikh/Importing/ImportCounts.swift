/// What came of an import.
struct ImportCounts: Sendable, Hashable {
    var created = 0
    var unchanged = 0
    var rejected = 0

    var total: Int { created + unchanged + rejected }
}
