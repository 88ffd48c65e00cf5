/// An answer that was made before, and what it holds for; the server does not look at that.
package struct KnownAnswer: Sendable {
    package var response: Response
    package var version: Int64
    /// Until when it holds, in seconds of a monotonic clock.
    package var end: Double

    package init(response: Response, version: Int64, end: Double) {
        self.response = response
        self.version = version
        self.end = end
    }
}
