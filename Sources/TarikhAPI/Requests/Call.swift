import HTTPServer
import HTTPTypes

/// A request with its path and query read.
struct Call: Sendable {
    let request: Request
    /// The values of the pattern's `{names}`.
    let path: Route.Parameters
    private(set) var query: QueryParameters
    /// The form to answer in.
    let media: MediaType

    var id: String { path["id"] ?? "" }

    /// The same without those parameters of `names` that have no value.
    func withoutEmpty(_ names: [String]) -> Call {
        var call = self
        call.query.removeEmpty(names)
        return call
    }

    /// The same with one more parameter, where the request does not have it.
    func with(_ name: String, unlessGiven value: String) -> Call {
        var call = self
        if query[name] == nil { call.query.add(name, value) }
        return call
    }

    /// Answers 304 without any work when the client has what `tag` stands for; else what `answer` gives, with the tag.
    func unlessCached(_ tag: EntityTag, _ answer: () throws -> Response) rethrows -> Response {
        if let known = request.fields[.ifNoneMatch], tag.isListed(in: known) {
            return Response(status: .notModified, fields: [.eTag: tag.text])
        }
        var response = try answer()
        response.fields[.eTag] = tag.text
        return response
    }
}
