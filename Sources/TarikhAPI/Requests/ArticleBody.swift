import HTTPServer
import HTTPTypes

/// Reads the article in a request's body by its media type.
enum ArticleBody {
    private static let available = "application/json, text/plain"

    static func input(_ request: Request) throws -> ArticleInput {
        let pieces = (request.fields[.contentType] ?? "").lowercased().split(separator: ";").map {
            $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        let charset = pieces.dropFirst().first { $0.hasPrefix("charset=") }?.dropFirst(8)
        guard charset == nil || charset == "utf-8" || charset == "us-ascii" else {
            throw unsupported(.contentType, "Bodies are read as UTF-8 only.")
        }
        switch pieces.first {
        case "application/json": return try ArticleInput(json: request.body)
        case "text/plain": return try ArticleInput(plainText: request.body)
        default: throw unsupported(.contentType, "An article is sent as one of: \(available).")
        }
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
