import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// A name in a request's body: a string, or an object with `text`, `lang` and, of an alias, `kind`, as answers have it.
struct EntityName: Decodable {
    private static let maximumBytes = 400

    let name: EntityChange.Name
    /// `nil` when it is not said.
    private let kind: Entity.Alias.Kind?

    var alias: Entity.Alias {
        Entity.Alias(text: name.text, language: name.language, kind: kind ?? .variant)
    }

    /// Whether it says nothing that `alias` is not.
    func isLike(_ alias: Entity.Alias) -> Bool {
        name.text == alias.text && name.language == alias.language && (kind ?? alias.kind) == alias.kind
    }

    init(from decoder: any Decoder) throws {
        let pointer = JSONPointer.string(decoder.codingPath)
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            // Anything but a string is read as an object below, which says what is wrong with it.
            try Self.check(text, at: pointer)
            name = EntityChange.Name(text: text, language: Self.language(of: text))
            kind = nil
            return
        }
        let members = try decoder.container(keyedBy: JSONBody.Name.self)
        try JSONBody.refuseUnknown(
            members.allKeys.map(\.stringValue), allowed: ["text", "lang", "kind", "dir"], in: pointer)
        let text = try members.decodeIfPresent(String.self, forKey: JSONBody.Name(stringValue: "text"))
        guard let text else { throw JSONBody.problem(pointer + "/text", "missing", "'text' is missing.") }
        try Self.check(text, at: pointer + "/text")
        let code = try members.decodeIfPresent(String.self, forKey: JSONBody.Name(stringValue: "lang"))
        let language = try code.map { try Self.language($0, at: pointer + "/lang") }
        name = EntityChange.Name(text: text, language: language ?? Self.language(of: text))
        let kind = try members.decodeIfPresent(String.self, forKey: JSONBody.Name(stringValue: "kind"))
        self.kind = try kind.map { try Self.kind($0, at: pointer + "/kind") }
    }

    static func check(_ text: String, at pointer: String) throws(Problem) {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }),
            !scalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw JSONBody.problem(
                pointer, "invalid_value", "A name has a letter or digit, and no control character.")
        }
        guard text.utf8.count <= maximumBytes else {
            throw JSONBody.problem(pointer, "too_long", "A name has at most \(maximumBytes) bytes.")
        }
    }

    static func language(_ code: String, at pointer: String) throws(Problem) -> Language {
        guard let language = Language(tag: code) else {
            let known = Language.allCases.map(\.code).joined(separator: ", ")
            throw JSONBody.problem(pointer, "unknown_value", "A language is one of \(known).")
        }
        return language
    }

    private static func kind(_ text: String, at pointer: String) throws(Problem) -> Entity.Alias.Kind {
        guard let kind = Entity.Alias.Kind(rawValue: text) else {
            throw JSONBody.problem(
                pointer, "unknown_value", "'kind' is one of variant, translation, official, acronym.")
        }
        return kind
    }

    /// A name in Latin letters is taken for English.
    private static func language(of text: String) -> Language {
        let detected = LanguageDetector().language(of: text.utf8)
        guard detected == .undetermined, text.utf8.contains(where: { (0x61...0x7a).contains($0 | 0x20) })
        else {
            return detected
        }
        return .english
    }
}
