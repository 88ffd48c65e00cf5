import HTTPServer

/// The body of a merge or a split: what it is about, and why.
struct CurationInput {
    /// What a body may list, with how many at once.
    enum List: String, CaseIterable {
        /// Events to merge.
        case ids
        /// Claims to split off.
        case claims
        /// Entities to merge.
        case from
        /// Mentions to split off.
        case mentions

        var limit: Int {
            switch self {
            case .ids, .from: 100
            case .claims, .mentions: 1000
            }
        }
    }

    private static let maximumReason = 4096

    let items: [String]
    let reason: String?

    /// The body of a request that has `list`.
    ///
    /// - Throws: `Problem` with a pointer to what is wrong.
    init(_ body: [UInt8], list: List) throws {
        let read = try JSONBody.decode(Members.self, from: body)
        try JSONBody.refuseUnknown(read.names, allowed: [list.rawValue, "reason"])
        let pointer = "/" + list.rawValue
        guard let items = read.lists[list], !items.isEmpty else {
            throw JSONBody.problem(pointer, "missing", "'\(list.rawValue)' has one at least.")
        }
        guard items.count <= list.limit else {
            throw JSONBody.problem(pointer, "too_many", "'\(list.rawValue)' has at most \(list.limit).")
        }
        for (index, item) in items.enumerated() where !Self.isID(item) {
            throw JSONBody.problem("\(pointer)/\(index)", "invalid_id", "'\(item.prefix(40))' is no id.")
        }
        self.items = items
        reason = try Self.checked(read.reason)
    }

    /// Ids are kept as they were sent, with spaces between.
    private static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
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

    static func checked(_ reason: String?) throws(Problem) -> String? {
        if let reason, reason.utf8.count > maximumReason {
            throw JSONBody.problem("/reason", "too_long", "'reason' has at most \(maximumReason) bytes.")
        }
        return reason
    }

    private struct Members: Decodable {
        var names: [String]
        var lists: [List: [String]] = [:]
        var reason: String?

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: JSONBody.Name.self)
            names = members.allKeys.map(\.stringValue)
            for list in List.allCases {
                let key = JSONBody.Name(stringValue: list.rawValue)
                lists[list] = try members.decodeIfPresent([String].self, forKey: key)
            }
            reason = try members.decodeIfPresent(String.self, forKey: JSONBody.Name(stringValue: "reason"))
        }
    }
}
