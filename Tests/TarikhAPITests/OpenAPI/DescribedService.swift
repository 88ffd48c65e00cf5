import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// A service with the sample articles, every answer of which is compared with its document.
final class DescribedService {
    let fixture: Fixture
    let document: APIDocument
    /// `GET /v1/events 200` each.
    private(set) var seen: Set<String> = []
    /// Shown with every request.
    var key: String?
    let articles: [String]
    let events: [String]
    let entities: [String]

    init() throws {
        let fixture = try Fixture { $0.fetch = true }
        self.fixture = fixture
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Config/samples")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let type = name.hasSuffix(".json") ? "application/json" : "text/plain"
            let body = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let response = fixture.send(.post, "/v1/articles", [.contentType: type], body: body)
            try #require(response.status == .created)
        }
        document = try APIDocument(fixture)
        func ids(_ path: String) throws -> [String] {
            try fixture.get("/v1/\(path)?limit=1000").object()["items"].array.compactMap { $0["id"].string }
        }
        articles = try ids("articles")
        events = try ids("events")
        entities = try ids("entities")
    }

    /// Sends a request to `path` of the document with `id` in the place of its name.
    @discardableResult func send(
        _ method: String, _ path: String, _ id: String = "", query: String = "", json: String? = nil,
        type: String = "application/json", match: String? = nil
    ) throws -> Response {
        let segments = path.split(separator: "/").map { $0.hasPrefix("{") ? id : String($0) }
        let target = "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?" + query)
        var fields: HTTPFields = [:]
        if json != nil { fields[.contentType] = type }
        fields[.ifMatch] = match
        fields[.authorization] = key.map { "Bearer " + $0 }
        let response = fixture.send(
            try #require(HTTPRequest.Method(method)), target, fields, body: Array((json ?? "").utf8))
        let operation = try #require(document.operation(method, path), "\(method) \(path)")
        let failures = document.failures(response, operation)
        #expect(failures.isEmpty, "\(method) \(target)\n\(failures.prefix(5).joined(separator: "\n"))")
        seen.insert("\(method) \(path) \(response.status.code)")
        return response
    }

    /// The media types that a body may have.
    func bodies(_ method: String, _ path: String) throws -> Set<String> {
        let operation = try #require(document.operation(method, path), "\(method) \(path)")
        let body = operation.object["requestBody"] as? APIDocument.Object
        return Set((body?["content"] as? APIDocument.Object ?? [:]).keys)
    }
}
