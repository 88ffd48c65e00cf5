import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes

/// The body of `PATCH /v1/contradictions/{id}`: `status` and `note`, one of them at least.
struct JudgementInput: Decodable {
    static let names = ["note", "status"]
    private static let maximumBytes = 64 << 10
    private static let maximumNote = 4096

    let status: StoredContradiction.Status?
    /// `nil` leaves the note as it is, `.some(nil)` takes it away.
    let note: String??

    private enum Key: String, CodingKey {
        case status, note
    }

    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// - Throws: `Problem` with pointers to what is wrong.
    static func read(_ body: [UInt8]) throws -> JudgementInput {
        guard body.count <= maximumBytes else {
            throw Problem(.contentTooLarge, code: "too_large", detail: "The body has at most 64 KiB.")
        }
        do {
            return try JSONDecoder().decode(JudgementInput.self, from: Data(body))
        } catch let problem as Problem {
            throw problem
        } catch let error as DecodingError {
            throw Self.problem(of: error)
        }
    }

    init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
        if let unknown = names.filter({ !Self.names.contains($0) }).min() {
            throw Self.problem(
                "/" + JSONPointer.escaped(unknown), "unknown_member",
                "There is no member '\(unknown.prefix(64))'; " + Nearest.hint(to: unknown, among: Self.names))
        }
        let members = try decoder.container(keyedBy: Key.self)
        if members.contains(.status) {
            let text = try members.decode(String.self, forKey: .status)
            guard let status = StoredContradiction.Status(rawValue: text) else {
                let known = StoredContradiction.Status.allCases.map(\.rawValue).joined(separator: ", ")
                throw Self.problem("/status", "unknown_value", "'status' is one of \(known).")
            }
            self.status = status
        } else {
            status = nil
        }
        note = members.contains(.note) ? .some(try members.decode(String?.self, forKey: .note)) : nil
        if let text = note ?? nil, text.utf8.count > Self.maximumNote {
            throw Self.problem("/note", "too_long", "'note' has at most \(Self.maximumNote) bytes.")
        }
        if names.isEmpty { throw Self.problem("", "missing", "The body has 'status', 'note' or both.") }
    }

    private static func problem(_ pointer: String, _ code: String, _ detail: String) -> Problem {
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
