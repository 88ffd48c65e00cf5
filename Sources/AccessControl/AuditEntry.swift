/// That someone wrote something, or tried to.
package struct AuditEntry: Sendable, Hashable {
    /// Who wrote.
    package enum Actor: Sendable, Hashable {
        case key(String)
        /// Whoever reaches the service, where no key is needed.
        case anonymous
        /// The command on the machine itself.
        case command

        /// The id of a key, `anonymous` or `command`.
        package var name: String {
            switch self {
            case .key(let id): id
            case .anonymous: "anonymous"
            case .command: "command"
            }
        }

        package init(name: String) {
            switch name {
            case "anonymous": self = .anonymous
            case "command": self = .command
            default: self = .key(name)
            }
        }
    }

    /// Seconds since 1970.
    package var at: Int64
    package var actor: Actor
    package var method: String
    /// The pattern of the path.
    package var route: String
    /// The id of what was written.
    package var subject: String?
    /// Of the answer.
    package var status: Int
    package var requestID: String?

    package init(
        at: Int64, actor: Actor, method: String, route: String, subject: String?, status: Int,
        requestID: String? = nil
    ) {
        self.at = at
        self.actor = actor
        self.method = method
        self.route = route
        self.subject = subject
        self.status = status
        self.requestID = requestID
    }
}
