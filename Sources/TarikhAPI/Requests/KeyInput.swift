import AccessControl
import HTTPServer

/// The body of `POST /v1/keys`.
struct KeyInput: Decodable {
    static let names = ["name", "scopes", "sources", "expires_at", "rate"]

    let grant: KeyGrant

    private enum Key: String, CodingKey {
        case name, scopes, sources, rate
        case expiresAt = "expires_at"
    }

    /// - Throws: `Problem` with a pointer to what is wrong.
    static func read(_ body: [UInt8]) throws -> KeyGrant {
        try JSONBody.decode(KeyInput.self, from: body).grant
    }

    init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: JSONBody.Name.self).allKeys.map(\.stringValue)
        try JSONBody.refuseUnknown(names, allowed: Self.names)
        let members = try decoder.container(keyedBy: Key.self)
        let scopes = try members.decodeIfPresent([String].self, forKey: .scopes) ?? []
        do {
            grant = try KeyGrant(
                name: try members.decodeIfPresent(String.self, forKey: .name),
                scopes: try Self.scopes(scopes),
                sources: try members.decodeIfPresent([String].self, forKey: .sources),
                expiresAt: try Self.expiry(try members.decodeIfPresent(String.self, forKey: .expiresAt)),
                rate: try members.decodeIfPresent(Int.self, forKey: .rate))
        } catch let error as KeyGrantError {
            throw JSONBody.problem("/" + error.part.rawValue, "invalid_value", error.description)
        }
    }

    private static func scopes(_ names: [String]) throws(Problem) -> Set<AccessScope> {
        var scopes: Set<AccessScope> = []
        for (index, name) in names.enumerated() {
            guard let scope = AccessScope(rawValue: name) else {
                let known = AccessScope.allCases.map(\.rawValue).joined(separator: ", ")
                throw JSONBody.problem(
                    "/scopes/\(index)", "unknown_value", "'scopes' is a list of: \(known).")
            }
            scopes.insert(scope)
        }
        return scopes
    }

    private static func expiry(_ text: String?) throws(Problem) -> Int64? {
        guard let text else { return nil }
        guard let seconds = Timestamp.seconds(text) else {
            throw JSONBody.problem("/expires_at", "invalid_time", "'expires_at' is a time as in RFC 3339.")
        }
        guard seconds > Gate.now else {
            throw JSONBody.problem("/expires_at", "past", "'expires_at' lies in the past.")
        }
        return seconds
    }
}
