/// Why bytes are no article.
package enum ArticleParsingError: Error, Equatable {
    /// No letter or digit in the text.
    case empty
    /// More than `limit` bytes of text.
    case tooLarge(limit: Int)
    /// Not UTF-8 (RFC 3629); `offset` is the first byte that is not.
    case invalidUTF8(offset: Int)
}
