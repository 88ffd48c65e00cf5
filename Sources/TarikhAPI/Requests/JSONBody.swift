import Foundation
import HTTPServer
import HTTPTypes

/// Reads the small JSON objects that requests carry.
enum JSONBody {
    private static let maximumBytes = 64 << 10

    /// Any member's name.
    struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// - Throws: `Problem` with a pointer to what is wrong.
    static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws -> Value {
        guard body.count <= maximumBytes else {
            throw Problem(.contentTooLarge, code: "too_large", detail: "The body has at most 64 KiB.")
        }
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch let problem as Problem {
            throw problem
        } catch let error as DecodingError {
            throw problem(of: error)
        }
    }

    /// Refuses an object, which `pointer` names, with members that there are not.
    static func refuseUnknown(
        _ names: [String], allowed: [String], in pointer: String = ""
    ) throws(Problem) {
        guard let unknown = names.filter({ !allowed.contains($0) }).min() else { return }
        throw problem(
            pointer + "/" + JSONPointer.escaped(unknown), "unknown_member",
            "There is no member '\(unknown.prefix(64))'; " + Nearest.hint(to: unknown, among: allowed))
    }

    static func problem(_ pointer: String, _ code: String, _ detail: String) -> Problem {
        Problem(
            .badRequest, code: "bad_request", detail: detail,
            items: [Problem.Item(.pointer(pointer), code: code, detail: detail)])
    }

    private static func problem(of error: DecodingError) -> Problem {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let pointer = JSONPointer.string(context.codingPath)
            let detail = pointer.isEmpty ? "The body is no JSON object." : "'\(pointer)' has the wrong type."
            return problem(pointer, "wrong_type", detail)
        default: return problem("", "invalid_json", "The body is not JSON.")
        }
    }
}
