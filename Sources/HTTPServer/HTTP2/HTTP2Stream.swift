import HTTPTypes

/// One request of an HTTP/2 connection and its answer.
final class HTTP2Stream {
    let id: Int32
    /// Once its head is read, and right.
    var head: RequestHead?
    var body: [UInt8] = []
    /// As RFC 9113, 6.5.2 counts them: name, value and 32 for each field.
    var headerBytes = 0
    /// What is wrong with the request; it is answered when its head is complete.
    var problem: Problem?
    var isHandedOver = false
    /// The answer's body and how much of it is sent.
    var answer: [UInt8] = []
    var sent = 0
    /// When something last came in or went out on it, in seconds of the loop's clock.
    var touched: Double
    /// When its request began to come, and later its answer to go.
    var start: Double
    /// Whether its answer is being made.
    var isBeingAnswered = false
    /// Made for work in the queue only.
    private(set) lazy var cancellation = Cancellation()
    private var hasCancellation = false

    init(id: Int32, now: Double) {
        self.id = id
        touched = now
        start = now
    }

    /// Whether the answer goes without its body.
    var isHead: Bool { head?.request.method == .head }

    /// Bytes of the answer that are not sent yet.
    var unsent: Int { answer.count - sent }

    /// Whether its time is up at `now`: nothing moves, or everything moves too slowly.
    func isStalled(_ limits: HTTP2Session.Limits, now: Double) -> Bool {
        if isBeingAnswered { return false }
        let (timeout, moved) =
            isHandedOver ? (limits.writeTimeout, sent) : (limits.bodyTimeout, headerBytes + body.count)
        return now > touched + timeout || now > start + timeout + Double(moved) / limits.minimumRate
    }

    /// What tells queued work that the answer is not wanted any more.
    func watch() -> Cancellation {
        hasCancellation = true
        return cancellation
    }

    func cancel() {
        if hasCancellation { cancellation.cancel() }
    }
}
