import HTTPServer
import HTTPTypes

/// Sends answers in the content coding that the client likes, and reads bodies that come in one (RFC 9110, 8.4).
struct ContentCodingMiddleware: Middleware {
    /// Shorter answers fit into a packet or two as they are.
    private static let shortest = 1024

    /// Bytes of a body, decompressed.
    let maximumBodyBytes: Int

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        var request = request
        do throws(Problem) {
            try decode(&request)
        } catch {
            return error.response(to: request)
        }
        let coding = ContentCoding.chosen(by: request.fields[.acceptEncoding])
        let known = request.fields[.ifNoneMatch]
        request.fields[.ifNoneMatch] = known.map { Self.plain($0, coding.map { [$0] } ?? []) }
        request.fields[.ifMatch] = request.fields[.ifMatch].map { Self.plain($0, ContentCoding.allCases) }
        var response = next(request)
        encode(&response, coding, known: known)
        return response
    }

    private func decode(_ request: inout Request) throws(Problem) {
        guard let field = request.fields[.contentEncoding], field.lowercased() != "identity" else { return }
        let name = field.lowercased() == "x-gzip" ? "gzip" : field.lowercased()
        guard let coding = ContentCoding(rawValue: name) else {
            let all = ContentCoding.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                .unsupportedMediaType, code: "unsupported_media_type",
                detail: "Bodies are read in one of these content codings, or in none: \(all).",
                items: [
                    Problem.Item(
                        .header("Content-Encoding"), code: "unsupported_media_type",
                        detail: "available: " + all)
                ], fields: [.acceptEncoding: all])
        }
        do {
            request.body = try coding.decompressed(request.body, limit: maximumBodyBytes)
        } catch .tooLarge {
            throw Problem(
                .contentTooLarge, code: "too_large",
                detail: "The body is larger than \(maximumBodyBytes) bytes when it is decompressed.")
        } catch {
            throw Problem(.badRequest, code: "bad_request", detail: "The body is not in the coding \(name).")
        }
        request.fields[.contentEncoding] = nil
    }

    private func encode(_ response: inout Response, _ coding: ContentCoding?, known: String?) {
        if response.status == .notModified, let tag = response.fields[.eTag], let known {
            // The form that the client has.
            if let form = coding.map({ Self.tag(tag, $0) }), known.contains(form) {
                response.fields[.eTag] = form
            }
            return
        }
        guard let coding, response.body.count >= Self.shortest, response.fields[.contentEncoding] == nil,
            let body = coding.compressed(response.body)
        else { return }
        response.body = body
        response.fields[.contentEncoding] = coding.rawValue
        // Strong validators name bytes, so that another coding has another one (RFC 9110, 8.8.3.3).
        response.fields[.eTag] = response.fields[.eTag].map { Self.tag($0, coding) }
    }

    private static func tag(_ tag: String, _ coding: ContentCoding) -> String {
        tag.hasSuffix("\"") ? tag.dropLast() + "-" + coding.rawValue + "\"" : tag
    }

    /// Validators without what tells of one of `codings`.
    private static func plain(_ field: String, _ codings: [ContentCoding]) -> String {
        codings.reduce(field) { $0.replacing("-\($1.rawValue)\"", with: "\"") }
    }
}
