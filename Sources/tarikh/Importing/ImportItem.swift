import TarikhAPI

/// One article on its way in: what was read, or why it can't be, and from where.
struct ImportItem: Sendable {
    var path: String
    /// From 1; `nil` where the file has no articles in lines.
    var line: Int?
    /// From 1, in a document of many articles.
    var item: Int?
    var input: Result<ArticleInput, IngestionError>
    /// Bytes read, decompressed.
    var length: Int
    /// Bytes of the file that were read since the item before.
    var fileLength: Int
}
