import HTTPServer
import HTTPTypes
import Synchronization

/// The service as people see it.
extension API {
    /// A page for those who prefer HTML; for programs what there is.
    func root(_ call: Call) throws -> Response {
        guard call.media == .html else {
            // The parameters of the page mean nothing here, and are errors as elsewhere.
            _ = try QueryParameters(call.request.query, allowed: ["format"])
            return try serviceDocument(call)
        }
        return try page(WebPage.builtIn.index, call)
    }

    func docs(_ call: Call) throws -> Response {
        try page(WebPage.builtIn.documentation, call)
    }

    /// What all routes take and give.
    func openAPI(_ call: Call) throws -> Response {
        let document = document.withLock { kept in
            let document =
                kept ?? WebAsset(name: "openapi.json", media: .json, bytes: OpenAPIDocument(routes).bytes)
            kept = document
            return document
        }
        return file(document, call)
    }

    private func page(_ asset: WebAsset?, _ call: Call) throws -> Response {
        guard let asset else { throw Problem.notFound("web page") }
        var response = file(asset, call)
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
