import Foundation
import HTTPServer
import HTTPTypes

/// The document of a service, to compare answers with.
struct APIDocument {
    typealias Object = [String: Any]

    /// A method on a path.
    struct Operation {
        /// As HTTP has it.
        let method: String
        let path: String
        let object: Object
        /// Those of the query.
        let parameters: [Object]

        var responses: Object { object["responses"] as? Object ?? [:] }
    }

    let root: Object
    let operations: [Operation]
    let validator: SchemaValidator

    init(_ fixture: Fixture) throws {
        root = try JSON(fixture.get("/v1/openapi.json").body).value as? Object ?? [:]
        var operations: [Operation] = []
        let components = root["components"] as? Object ?? [:]
        let shared = components["parameters"] as? Object ?? [:]
        for (path, item) in root["paths"] as? Object ?? [:] {
            for (key, object) in item as? Object ?? [:] {
                let method = key.replacing("x-", with: "").uppercased()
                let object = object as? Object ?? [:]
                let parameters = (object["parameters"] as? [Object] ?? []).map { parameter in
                    let name = (parameter["$ref"] as? String)?.split(separator: "/").last
                    return name.map { shared[String($0)] as? Object ?? [:] } ?? parameter
                }
                operations.append(
                    Operation(
                        method: method, path: path, object: object,
                        parameters: parameters.filter { $0["in"] as? String == "query" }))
            }
        }
        self.operations = operations.sorted { ($0.path, $0.method) < ($1.path, $1.method) }
        validator = SchemaValidator(components: components["schemas"] as? Object ?? [:])
    }

    func operation(_ method: String, _ path: String) -> Operation? {
        operations.first { $0.method == method && $0.path == path }
    }

    /// What of an answer is not as the document says.
    func failures(_ response: Response, _ operation: Operation) -> [String] {
        let status = String(response.status.code)
        guard var described = operation.responses[status] as? Object else {
            return ["\(status) is not described"]
        }
        if let reference = described["$ref"] as? String { described = resolve(reference) }
        let content = described["content"] as? Object ?? [:]
        let type = (response.fields[.contentType] ?? "").prefix { $0 != ";" }
        if content.isEmpty { return response.body.isEmpty ? [] : ["\(status) has a body"] }
        guard let media = content[String(type)] as? Object else {
            return ["\(status) \(type) is not described"]
        }
        if type == "application/x-ndjson" {
            guard let line = media["x-item-schema"] else { return [] }
            return response.text.split(separator: "\n").flatMap { text in
                guard let value = try? JSON(Array(text.utf8)).value else { return ["a line is no JSON"] }
                return validator.failures(value, line)
            }
        }
        guard type.hasSuffix("json") else { return [] }
        guard let value = try? JSON(response.body).value else { return ["\(status) is no JSON"] }
        return validator.failures(value, media["schema"])
    }

    private func resolve(_ reference: String) -> Object {
        let names = reference.split(separator: "/").dropFirst()
        return names.reduce(root) { $0[String($1)] as? Object ?? [:] }
    }
}
