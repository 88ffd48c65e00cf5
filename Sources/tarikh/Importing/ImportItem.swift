import TarikhAPI

/// One article on its way in: what was read, or why it can't be, and from where.
struct ImportItem: Sendable {
    var path: String
    /// From 1; `nil` where the file is one article.
    var line: Int?
    var input: Result<ArticleInput, IngestionError>
    /// Bytes of the file.
    var length: Int
}
