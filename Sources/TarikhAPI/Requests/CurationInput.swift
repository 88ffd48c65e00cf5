import HTTPServer

/// The body of a merge or a split: what it is about, and why.
struct CurationInput {
    /// How many events are merged, or claims split off, at once.
    enum Limit {
        static let ids = 100
        static let claims = 1000
    }

    private static let maximumReason = 4096

    let items: [String]
    let reason: String?

    /// The body of `POST …/merge`.
    ///
    /// - Throws: `Problem` with a pointer to what is wrong.
    static func merge(_ body: [UInt8]) throws -> CurationInput {
        let read = try JSONBody.decode(Members.self, from: body)
        return try CurationInput(read, list: "ids", read.ids, limit: Limit.ids)
    }

    /// The body of `POST …/split`.
    ///
    /// - Throws: `Problem` with a pointer to what is wrong.
    static func split(_ body: [UInt8]) throws -> CurationInput {
        let read = try JSONBody.decode(Members.self, from: body)
        return try CurationInput(read, list: "claims", read.claims, limit: Limit.claims)
    }

    /// The body of `POST /v1/curation/{op}/undo`, which may be empty.
    ///
    /// - Throws: `Problem` with a pointer to what is wrong.
    static func reason(_ body: [UInt8]) throws -> String? {
        guard !body.isEmpty else { return nil }
        let read = try JSONBody.decode(Members.self, from: body)
        try JSONBody.refuseUnknown(read.names, allowed: ["reason"])
        return try checked(read.reason)
    }

    private struct Members: Decodable {
        var names: [String]
        var ids: [String]?
        var claims: [String]?
        var reason: String?

        private enum Key: String, CodingKey {
            case ids, claims, reason
        }

        init(from decoder: any Decoder) throws {
            names = try decoder.container(keyedBy: JSONBody.Name.self).allKeys.map(\.stringValue)
            let members = try decoder.container(keyedBy: Key.self)
            ids = try members.decodeIfPresent([String].self, forKey: .ids)
            claims = try members.decodeIfPresent([String].self, forKey: .claims)
            reason = try members.decodeIfPresent(String.self, forKey: .reason)
        }
    }

    private init(_ members: Members, list: String, _ items: [String]?, limit: Int) throws(Problem) {
        try JSONBody.refuseUnknown(members.names, allowed: [list, "reason"])
        guard let items, !items.isEmpty else {
            throw JSONBody.problem("/" + list, "missing", "'\(list)' has one at least.")
        }
        guard items.count <= limit else {
            throw JSONBody.problem("/" + list, "too_many", "'\(list)' has at most \(limit).")
        }
        self.items = items
        reason = try Self.checked(members.reason)
    }

    private static func checked(_ reason: String?) throws(Problem) -> String? {
        if let reason, reason.utf8.count > maximumReason {
            throw JSONBody.problem("/reason", "too_long", "'reason' has at most \(maximumReason) bytes.")
        }
        return reason
    }
}
