/// Rows, and where they go on.
struct FlatAnswer: Sendable {
    var table: FlatTable
    /// Rows at most.
    var limit: Int
    /// A cursor; `nil` at the end.
    var next: String?
    /// RFC 8288, with `next`.
    var link: String?
    /// How many rows the whole list has; `nil` for those that are here.
    var total: Int?
    var omitted = Omitted()
    var sequence: Int64
}
