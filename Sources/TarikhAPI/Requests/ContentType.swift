import Articles
import HTTPServer
import HTTPTypes

/// What a body is said to be (RFC 9110, 8.3).
struct ContentType: Sendable, Hashable {
    /// Type and subtype, in small letters; empty without a field.
    let name: String
    /// In small letters.
    private let charset: String?

    init(_ request: Request) {
        self.init(request.fields[.contentType] ?? "")
    }

    init(_ field: String) {
        let pieces = field.lowercased().split(separator: ";").map {
            $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        name = pieces.first ?? ""
        charset = pieces.dropFirst().first { $0.hasPrefix("charset=") }.map { String($0.dropFirst(8)) }
    }

    /// The encoding that it names, if it names one that is known.
    var knownCharset: Charset? { charset.flatMap(Charset.init(label:)) }

    /// The encoding that it names, if it names one.
    ///
    /// - Throws: 415 for one that is not known.
    func declaredCharset() throws(Problem) -> Charset? {
        guard let charset else { return nil }
        guard let known = Charset(label: charset) else {
            throw Problem(
                .unsupportedMediaType, code: "unsupported_media_type",
                detail: "The encoding '\(charset.prefix(40))' is not known; send UTF-8.",
                items: [
                    Problem.Item(
                        .header("Content-Type"), code: "unknown_charset", detail: "no known encoding")
                ])
        }
        return known
    }
}
