import HTTPServer
import TextAnalysis

/// The body of `POST /v1/analyze`: `text`, and `lang` when it is known.
struct AnalysisInput: Decodable {
    private static let names = ["text", "lang"]
    private static let maximumBytes = 16 << 10

    let text: String
    /// `nil` to find it out.
    let language: Language?

    /// - Throws: `Problem` with pointers to what is wrong.
    static func read(_ body: [UInt8]) throws -> AnalysisInput {
        try JSONBody.decode(AnalysisInput.self, from: body)
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: JSONBody.Name.self)
        try JSONBody.refuseUnknown(members.allKeys.map(\.stringValue), allowed: Self.names)
        let text = try members.decodeIfPresent(String.self, forKey: JSONBody.Name(stringValue: "text"))
        guard let text else { throw JSONBody.problem("/text", "missing", "'text' is missing.") }
        guard text.utf8.count <= Self.maximumBytes else {
            throw JSONBody.problem("/text", "too_long", "'text' has at most 16 KiB.")
        }
        self.text = text
        let code = try members.decodeIfPresent(String.self, forKey: JSONBody.Name(stringValue: "lang"))
        language = try code.map { try EntityName.language($0, at: "/lang") }
    }
}
