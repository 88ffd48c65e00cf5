import ArticleStore
import HTTPServer
import TextAnalysis

/// The body of `PUT /v1/synonyms/{id}`: `terms`, and `one_way` if only the first stands for the others.
struct SynonymInput: Decodable {
    private static let names = ["terms", "one_way", "id", "changed_at"]
    private static let maximumID = 40
    private static let maximumWords = 8
    private static let maximumBytes = 200

    let terms: [String]
    let isOneWay: Bool

    private enum Key: String, CodingKey {
        case terms
        case isOneWay = "one_way"
    }

    /// - Throws: `Problem` with pointers to what is wrong.
    static func read(_ body: [UInt8]) throws -> SynonymInput {
        try JSONBody.decode(SynonymInput.self, from: body)
    }

    /// An id is letters, digits, `-`, `_` and `.` of ASCII.
    static func checked(id: String) throws(Problem) -> String {
        let isPlain = id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                || [0x2d, 0x2e, 0x5f].contains(byte)
        }
        guard isPlain, (1...maximumID).contains(id.utf8.count) else {
            throw .parameter(
                "id", code: "invalid_id",
                "An id has 1 to \(maximumID) letters, digits, '-', '_' and '.' of ASCII.")
        }
        return id
    }

    init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: JSONBody.Name.self).allKeys.map(\.stringValue)
        // What an answer has besides may come back.
        try JSONBody.refuseUnknown(names, allowed: Self.names)
        let members = try decoder.container(keyedBy: Key.self)
        guard let terms = try members.decodeIfPresent([String].self, forKey: .terms) else {
            throw JSONBody.problem("/terms", "missing", "'terms' is missing.")
        }
        guard (2...SynonymSet.mostTerms).contains(terms.count) else {
            throw JSONBody.problem(
                "/terms", "out_of_range", "'terms' has 2 to \(SynonymSet.mostTerms) words or phrases.")
        }
        for (index, term) in terms.enumerated() {
            let words = FoldedName.words(of: term).count
            let isPlain = !term.unicodeScalars.contains { $0.properties.generalCategory == .control }
            guard (1...Self.maximumWords).contains(words), term.utf8.count <= Self.maximumBytes, isPlain
            else {
                throw JSONBody.problem(
                    "/terms/\(index)", "invalid_value",
                    "A term has 1 to \(Self.maximumWords) words, no control character and at most \(Self.maximumBytes) bytes."
                )
            }
        }
        self.terms = terms
        isOneWay = try members.decodeIfPresent(Bool.self, forKey: .isOneWay) ?? false
    }
}
