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
    ///
    /// - Parameter parameters: what values must be like; whether there are others is not looked at.
    static func request(_ request: Request, _ parameters: [Parameter]) throws(Problem) -> Request {
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
        try check(members, against: parameters)
        let query = encoded(members)
        var request = request
        if !query.isEmpty {
            let before = request.query.map { $0.isEmpty ? "" : $0 + "&" } ?? ""
            request.target = request.path + "?" + before + query
        }
        return request
    }

    /// - Throws: `Problem` with a pointer, below `pointer`, to a value of another type than its parameter has.
    static func check(
        _ members: [String: Value], against parameters: [Parameter], in pointer: String = ""
    ) throws(Problem) {
        for parameter in parameters {
            guard let value = members[parameter.name], !value.fits(parameter) else { continue }
            throw JSONBody.problem(
                pointer + "/" + parameter.name, "wrong_type", "'\(parameter.name)' has the wrong type.")
        }
    }

    /// As a target's query, in a fixed order, so that cursors and validators hold whatever the order of the members.
    static func encoded(_ members: [String: Value]) -> String {
        members.sorted { $0.key < $1.key }.flatMap { name, value in
            value.texts.map { PercentCoding.encode(name) + "=" + PercentCoding.encode($0) }
        }.joined(separator: "&")
    }

    /// A value or a list of them.
    struct Value: Decodable {
        fileprivate let scalars: [Scalar]
        fileprivate let isList: Bool

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            // What is no single value must be a list, and that is decoded below.
            let scalar = try? value.decode(Scalar.self)
            isList = scalar == nil
            scalars = try scalar.map { [$0] } ?? value.decode([Scalar].self)
        }

        /// As they would stand in a target.
        var texts: [String] { scalars.map(\.text) }

        /// Whether it is of the type that `Parameter.inBody` says; the value itself is checked as one of a query.
        func fits(_ parameter: Parameter) -> Bool {
            (!isList || parameter.isList) && scalars.allSatisfy { $0.fits(parameter.schema) }
        }
    }

    fileprivate enum Scalar: Decodable {
        case text(String)
        case flag(Bool)
        case integer(Int)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let flag = try? value.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? value.decode(Int.self) {
                self = .integer(number)
            } else {
                self = .number(try value.decode(Double.self))
            }
        }

        var text: String {
            switch self {
            case .text(let text): text
            case .flag(let flag): flag ? "1" : "0"
            case .integer(let number): String(number)
            case .number(let number): PlainText.decimal(number)
            }
        }

        func fits(_ schema: Schema) -> Bool {
            switch (self, schema) {
            case (.integer, .integer), (.integer, .number), (.number, .number): true
            case (_, .integer), (_, .number): false
            case (.text, _): true
            case (.flag, .words(let words)), (.integer, .words(let words)): words.contains(text)
            case (.integer, .string(format: Parameter.dateBound, _, _)): true
            default: false
            }
        }
    }
}
