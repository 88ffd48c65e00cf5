package import HTTPTypes

/// One method on one path, and who answers it.
package struct Route: Sendable {
    /// Where a handler runs.
    package enum Lane: Sendable, Hashable {
        /// On the event loop: only for what is answered from memory in well under 1 ms.
        case loop
        /// On the bounded queue for reading, which may block.
        case blocking
        /// On that for writing, which does not keep others from reading.
        case writing
        /// On that for what those who run the service ask, who must get an answer when all others wait.
        case administration
    }

    /// The percent-decoded values of the pattern's `{names}`.
    package typealias Parameters = [String: String]
    package typealias Handler = @Sendable (Request, Parameters) throws -> Response

    package var method: HTTPRequest.Method
    /// Segments are literal or `{name}`, such as `/v1/articles/{id}`.
    package var pattern: String
    package var lane: Lane
    package var handler: Handler

    package init(
        _ method: HTTPRequest.Method, _ pattern: String, lane: Lane = .blocking,
        handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.lane = lane
        self.handler = handler
    }
}
