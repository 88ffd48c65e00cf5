package import Articles
import HTTPServer
import HTTPTypes

/// Why something that was sent is not taken in as an article.
package enum IngestionError: Error, Hashable {
    /// Not JSON, or not of the right shape; `pointer` is a JSON Pointer (RFC 6901) to what is wrong, empty for the whole.
    case malformed(code: String, pointer: String, detail: String)
    /// Understood, but not something that can be done yet.
    case unsupported(pointer: String, detail: String)
    case tooLarge(limit: Int)
    case emptyText
    /// `offset` is the first byte that is not UTF-8.
    case invalidUTF8(offset: Int)
    /// The external id belongs to the article `id`, which has another text.
    case externalIDTaken(id: String)

    package init(_ error: ArticleParsingError) {
        switch error {
        case .empty: self = .emptyText
        case .tooLarge(let limit): self = .tooLarge(limit: limit)
        case .invalidUTF8(let offset): self = .invalidUTF8(offset: offset)
        }
    }
}
