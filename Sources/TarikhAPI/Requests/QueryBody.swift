import Foundation
import HTTPServer
import HTTPTypes

extension HTTPRequest.Method {
    /// A request that is safe like GET and has its parameters in its body (RFC 10008).
    static let query = HTTPRequest.Method("QUERY") ?? .get
}

/// The parameters in the body of a QUERY: an object with the names that a target's query has, its values texts, numbers, `true` or
/// `false`, or lists of them for what may be given more than once.
enum QueryBody {
    private static let maximumBytes = 64 << 10
    private static let available = "application/json"

    /// The same request with the parameters in its target, after those that are there.
    static func request(_ request: Request) throws(Problem) -> Request {
        let type = (request.fields[.contentType] ?? "").lowercased().prefix { $0 != ";" && $0 != " " }
        guard type == available else {
            var problem = Problem(
                .unsupportedMediaType, code: "unsupported_media_type",
                detail: "A query is sent as \(available).", fields: [.acceptQuery: available])
            problem.available = [available]
            throw problem
        }
        guard request.body.count <= maximumBytes else {
            throw Problem(
                .contentTooLarge, code: "too_large", detail: "A query has at most \(maximumBytes) bytes.")
        }
        guard let members = try? JSONDecoder().decode([String: Value].self, from: Data(request.body)) else {
            throw Problem(
                .badRequest, code: "bad_request",
                detail: "The body is no JSON object of texts, numbers, true, false and lists of them.")
        }
        let query = encoded(members)
        var request = request
        if !query.isEmpty {
            let before = request.query.map { $0.isEmpty ? "" : $0 + "&" } ?? ""
            request.target = request.path + "?" + before + query
        }
        return request
    }

    /// As a target's query, in a fixed order, so that cursors and validators hold whatever the order of the members.
    static func encoded(_ members: [String: Value]) -> String {
        members.sorted { $0.key < $1.key }.flatMap { name, value in
            value.texts.map { PercentCoding.encode(name) + "=" + PercentCoding.encode($0) }
        }.joined(separator: "&")
    }

    /// A parameter's value, or its values.
    struct Value: Decodable {
        /// As they would stand in a target.
        let texts: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                texts = [text]
            } else if let flag = try? value.decode(Bool.self) {
                texts = [flag ? "1" : "0"]
            } else if let number = try? value.decode(Int.self) {
                texts = [String(number)]
            } else if let number = try? value.decode(Double.self) {
                texts = [PlainText.decimal(number)]
            } else {
                let values = try value.decode([Scalar].self)
                texts = values.map(\.text)
            }
        }
    }

    /// An element of a list.
    private struct Scalar: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                text = String(number)
            } else {
                text = try value.decode(String.self)
            }
        }
    }
}
