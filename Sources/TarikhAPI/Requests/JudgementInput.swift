import ArticleStore
import HTTPServer

/// The body of `PATCH /v1/contradictions/{id}`: `status` and `note`, one of them at least.
struct JudgementInput: Decodable {
    static let names = ["note", "status"]
    private static let maximumNote = 4096

    let status: StoredContradiction.Status?
    /// `nil` leaves the note as it is, `.some(nil)` takes it away.
    let note: String??

    private enum Key: String, CodingKey {
        case status, note
    }

    /// - Throws: `Problem` with pointers to what is wrong.
    static func read(_ body: [UInt8]) throws -> JudgementInput {
        try JSONBody.decode(JudgementInput.self, from: body)
    }

    init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: JSONBody.Name.self).allKeys.map(\.stringValue)
        try JSONBody.refuseUnknown(names, allowed: Self.names)
        let members = try decoder.container(keyedBy: Key.self)
        if members.contains(.status) {
            let text = try members.decode(String.self, forKey: .status)
            guard let status = StoredContradiction.Status(rawValue: text) else {
                let known = StoredContradiction.Status.allCases.map(\.rawValue).joined(separator: ", ")
                throw JSONBody.problem("/status", "unknown_value", "'status' is one of \(known).")
            }
            self.status = status
        } else {
            status = nil
        }
        note = members.contains(.note) ? .some(try members.decode(String?.self, forKey: .note)) : nil
        if let text = note ?? nil, text.utf8.count > Self.maximumNote {
            throw JSONBody.problem("/note", "too_long", "'note' has at most \(Self.maximumNote) bytes.")
        }
        if names.isEmpty { throw JSONBody.problem("", "missing", "The body has 'status', 'note' or both.") }
    }
}
