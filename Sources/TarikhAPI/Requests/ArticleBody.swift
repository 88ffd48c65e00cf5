import Articles
import HTTPServer
import HTTPTypes

/// Reads what a request's body holds by its media type.
enum ArticleBody {
    private static let available = ReceivedDocument.mediaTypes.joined(separator: ", ")

    /// The one article of a body.
    static func input(_ request: Request) throws -> ArticleInput {
        guard case .article(let input) = try document(request) else {
            throw Problem(
                .unprocessableContent, code: "unprocessable",
                detail: "One article is read here; this is a document of many.")
        }
        return input
    }

    static func document(_ request: Request) throws -> ReceivedDocument {
        let type = ContentType(request)
        let charset = try type.declaredCharset()
        guard let document = try ReceivedDocument(request.body, mediaType: type.name, charset: charset) else {
            throw unsupported(.contentType, "Articles are sent as one of: \(available).")
        }
        return document
    }

    private static func unsupported(_ field: HTTPField.Name, _ detail: String) -> Problem {
        Problem(
            .unsupportedMediaType, code: "unsupported_media_type", detail: detail,
            items: [
                Problem.Item(
                    .header(field.rawName), code: "unsupported_media_type", detail: "available: " + available)
            ],
            fields: [.acceptPost: available])
    }
}
