import HTTPServer
import HTTPTypes

/// The service as people see it.
extension API {
    /// A page for those who prefer HTML; for programs what there is.
    func root(_ call: Call) throws -> Response {
        guard call.media == .html else {
            // The parameters of the page mean nothing here, and are errors as elsewhere.
            _ = try QueryParameters(call.request.query, allowed: ["format"])
            return try serviceDocument(call)
        }
        guard let index = WebPage.builtIn.index else { throw Problem.notFound("web page") }
        var response = file(index, call)
        // Also of an answer 304, whose fields take the place of those that the client has (RFC 9111, 3.2).
        response.fields[.contentSecurityPolicy] = WebPage.contentSecurityPolicy
        return response
    }

    func asset(_ call: Call) throws -> Response {
        guard let asset = WebPage.builtIn.assets[call.path["name"] ?? ""] else {
            throw Problem.notFound("file of this name")
        }
        return file(asset, call)
    }

    private func file(_ asset: WebAsset, _ call: Call) -> Response {
        call.unlessCached(asset.tag) {
            Response(status: .ok, fields: [.contentType: asset.media.contentType], body: asset.bytes)
        }
    }
}
