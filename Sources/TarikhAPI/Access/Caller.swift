import AccessControl
import HTTPServer

/// Who asks.
final class Caller: Sendable {
    enum Identity: Sendable, Hashable {
        case anonymous
        case key(AccessKey)
        /// Shows a key that there is not, or not any more.
        case stranger
    }

    static let anonymous = Caller(.anonymous)
    static let stranger = Caller(.stranger)

    let identity: Identity

    init(_ identity: Identity) {
        self.identity = identity
    }
}

extension Request {
    /// Who asks, once it is found out.
    var identity: Caller.Identity { (caller as? Caller)?.identity ?? .anonymous }

    /// The key that is shown, if it is one.
    var key: AccessKey? {
        if case .key(let key) = identity { key } else { nil }
    }
}
