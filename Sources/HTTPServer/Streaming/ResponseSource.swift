/// Content of an answer that is made while it is sent.
///
/// It is let go of when it has ended, when it failed, and soon after the client went: what it holds belongs into its `deinit`,
/// which runs where blocking is allowed.
package protocol ResponseSource: AnyObject, Sendable {
    /// What comes next. Called where it may block, never twice at the same time; it should return within a second.
    ///
    /// - Throws: what makes it impossible to go on: the client sees that the answer is cut off.
    func next(_ pull: ResponsePull) throws -> ResponsePiece
}

/// What a connection has room for.
package struct ResponsePull: Sendable {
    /// Bytes that may come at most, more than 0.
    package var limit: Int
    /// Whether the server is going to stop: a source that would wait comes to its end now.
    package var isEnding: Bool
    /// For a source that says `waiting`: to be called once, on any thread, when there may be more.
    package var wake: @Sendable () -> Void

    package init(limit: Int, isEnding: Bool = false, wake: @escaping @Sendable () -> Void = {}) {
        self.limit = limit
        self.isEnding = isEnding
        self.wake = wake
    }
}

/// What a source gives.
package enum ResponsePiece: Sendable, Hashable {
    /// The next part, which may be empty: it is asked again soon then.
    case bytes([UInt8])
    /// Nothing now: it is asked again when it is woken, or after so many seconds.
    case waiting(seconds: Double)
    /// There is no more.
    case end
}
