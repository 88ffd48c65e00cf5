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
    /// Whether more of the answer will come, and from where.
    var isOpenEnded = false
    var flow: Flow?
    /// Bytes that were sent of what is not in `answer` any more, since `start`.
    private var sentBefore = 0
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

    /// Adds a piece to an answer that is open-ended.
    func add(_ bytes: [UInt8], now: Double) {
        if unsent == 0 {
            // The peer has read all there was: its time starts anew.
            answer = bytes
            (start, touched, sentBefore) = (now, now, 0)
        } else {
            answer.removeFirst(sent)
            answer += bytes
            sentBefore += sent
        }
        sent = 0
    }

    /// Whether its time is up at `now`: nothing moves, or everything moves too slowly.
    func isStalled(_ limits: HTTP2Session.Limits, now: Double) -> Bool {
        if isBeingAnswered || isOpenEnded && unsent == 0 { return false }
        let (timeout, moved) =
            isHandedOver
            ? (limits.writeTimeout, sentBefore + sent) : (limits.bodyTimeout, headerBytes + body.count)
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
