import Synchronization

/// A complete answer, with what all middleware has to say, that may be given again.
package protocol RememberedAnswer: AnyObject, Sendable {
    /// The answer for this peer, or `nil` once it does not hold any more. Called on event loops: it must not block.
    func give(to peer: PeerAddress?) -> Response?
}

/// What is remembered of requests whose heads are the same, byte for byte.
package final class RequestMemo: Sendable {
    private let answer = Mutex<(any RememberedAnswer)?>(nil)

    package init() {}

    /// Takes the place of what was remembered.
    package func remember(_ answer: any RememberedAnswer) {
        self.answer.withLock { $0 = answer }
    }

    /// The answer, if one is remembered and still right.
    package func answer(to peer: PeerAddress?) -> Response? {
        guard let answer = answer.withLock({ $0 }) else { return nil }
        if let response = answer.give(to: peer) { return response }
        self.answer.withLock { $0 = nil }
        return nil
    }
}
