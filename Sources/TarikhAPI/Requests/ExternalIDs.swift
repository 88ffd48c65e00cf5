import HTTPServer

/// Ids of entities elsewhere, by the name of who gives them.
enum ExternalIDs {
    private static let maximumCount = 50
    private static let maximumBytes = 200
    private static let maximumName = 40

    /// - Throws: `Problem` with a pointer to what is wrong.
    static func read(_ ids: [String: String?]) throws(Problem) -> [String: String?] {
        guard ids.count <= maximumCount else {
            throw JSONBody.problem("/external", "too_many", "'external' has at most \(maximumCount).")
        }
        for (name, id) in ids.sorted(by: { $0.key < $1.key }) {
            let pointer = "/external/" + JSONPointer.escaped(name)
            guard isName(name) else {
                throw JSONBody.problem(
                    pointer, "invalid_name", "A name has at most 40 of the letters a to z, digits and '_'.")
            }
            guard let id, let problem = problem(with: id, of: name) else { continue }
            throw JSONBody.problem(pointer, "invalid_value", problem)
        }
        return ids
    }

    static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= maximumName, isSmall(first) else { return false }
        return bytes.allSatisfy { isSmall($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func problem(with id: String, of name: String) -> String? {
        let bytes = Array(id.utf8)
        switch name {
        case "wikidata":
            // https://www.wikidata.org/wiki/Wikidata:Identifiers
            let isItem =
                bytes.first == UInt8(ascii: "Q") && (2...13).contains(bytes.count)
                && bytes.dropFirst().allSatisfy(isDigit) && bytes[1] != UInt8(ascii: "0")
            return isItem ? nil : "A Wikidata item is 'Q' and a number."
        case "iso3166":
            let isCode = bytes.count == 2 && bytes.allSatisfy { (0x41...0x5a).contains($0) }
            return isCode ? nil : "An ISO 3166-1 code is two capital letters."
        default:
            let isPlain =
                (1...maximumBytes).contains(bytes.count)
                && !id.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return isPlain ? nil : "An id has 1 to \(maximumBytes) bytes and no control character."
        }
    }
}
