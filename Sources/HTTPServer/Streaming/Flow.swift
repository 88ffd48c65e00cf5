/// A streamed answer that is on its way, confined to its event loop.
final class Flow {
    enum State {
        /// May be asked for more when there is room.
        case ready
        /// It makes the next piece.
        case pulling
        /// It has nothing until then, in seconds of the loop's clock, or until it is woken.
        case waiting(until: Double)
    }

    /// Which stream of which connection it answers, for those who come back from other threads.
    struct Place: Sendable {
        var connection: Int32
        var serial: UInt64
        var stream: Int32
        var flow: UInt64
    }

    /// Bytes that may wait on a connection before no more are asked for, and of one piece.
    static let room = 128 << 10
    static let piece = 64 << 10
    /// Of a piece when other streams of the connection have taken the room.
    static let smallPiece = 8 << 10
    /// Seconds until it is tried again when all threads have too much to do.
    static let pause = 0.2

    let place: Place
    let source: any ResponseSource
    let cancellation = Cancellation()
    var state = State.ready
    /// Woken while it was being asked.
    var isWoken = false

    init(_ source: any ResponseSource, place: Place) {
        self.source = source
        self.place = place
    }

    /// Whether it may be asked at `now`; one that waits comes to its end when the server does.
    func isDue(now: Double, isEnding: Bool) -> Bool {
        switch state {
        case .ready: true
        case .pulling: false
        case .waiting(let end): isEnding || now >= end
        }
    }
}
