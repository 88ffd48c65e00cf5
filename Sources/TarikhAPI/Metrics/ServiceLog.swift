package import HTTPServer

/// Where the service tells what it does; the command decides what becomes of it.
package struct ServiceLog: Sendable {
    /// One request that was answered.
    package struct Access: Sendable, Hashable {
        package var requestID: String
        package var method: String
        package var target: String
        /// The pattern of its route; `nil` when there is none.
        package var route: String?
        package var status: Int
        /// Of the answer's body.
        package var bytes: Int
        package var seconds: Double
        package var version: Request.Version
        /// The IP address that it came from.
        package var peer: String?
        /// The id of the key that it was sent with.
        package var key: String?
        package var trace: TraceContext?
    }

    package var access: @Sendable (Access) -> Void
    /// A failure of the service itself, as a line.
    package var failure: @Sendable (String) -> Void

    package init(
        access: @escaping @Sendable (Access) -> Void = { _ in },
        failure: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.access = access
        self.failure = failure
    }
}
