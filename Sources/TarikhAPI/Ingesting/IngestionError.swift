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
    /// More of something than is read; `detail` names the limit.
    case overLimit(code: String, pointer: String, detail: String)
    case emptyText
    /// `offset` is the first byte that is not UTF-8.
    case invalidUTF8(offset: Int)
    /// The external id belongs to the article `id`, which has another text.
    case externalIDTaken(id: String)
    /// All or none was asked for, and another was not taken.
    case refusedWithOthers

    /// - Parameter pointer: to the member that is markup; empty where all is.
    package init(_ error: MarkupError, pointer: String = "") {
        switch error {
        case .tooLarge, .tooDeep, .tooManyNodes, .tooManyAttributes:
            self = .overLimit(code: error.code, pointer: pointer, detail: error.detail)
        case .documentType, .malformed:
            self = .malformed(code: error.code, pointer: pointer, detail: error.detail)
        }
    }

    package init(_ error: ArticleParsingError) {
        switch error {
        case .empty: self = .emptyText
        case .tooLarge(let limit): self = .tooLarge(limit: limit)
        case .invalidUTF8(let offset): self = .invalidUTF8(offset: offset)
        }
    }
}
