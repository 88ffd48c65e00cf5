import Foundation

/// Reads parts of JSON answers.
enum JSONAnswer {
    struct NotThere: Error {}

    static func object(_ text: some StringProtocol) throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        else { throw NotThere() }
        return object
    }

    /// How many things a list has in all.
    static func total(_ text: String) throws -> Int {
        guard let page = try object(text)["page"] as? [String: Any], let total = page["total"] as? Int
        else { throw NotThere() }
        return total
    }
}
