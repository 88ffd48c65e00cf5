import ArticleStore
import HTTPServer
import Synchronization

/// Follows the changes for as long as someone listens.
final class ChangeStream: ResponseSource {
    /// Seconds of silence after which a comment says that the stream is still there.
    static let heartbeat = 15.0
    /// Milliseconds until a client that was cut off comes again.
    private static let opening = Array("retry: 2000\n\n".utf8)
    private static let comment = Array(":\n\n".utf8)

    private struct State: Sendable {
        var start: Int64
        var lastPiece: Double?
        var waiting: ChangeSignal.Waiting?
    }

    private let feed: ChangeFeed
    private let now: @Sendable () -> Double
    private let state: Mutex<State>

    init(_ feed: ChangeFeed, after start: Int64, now: @escaping @Sendable () -> Double = { Stopwatch.now }) {
        self.feed = feed
        self.now = now
        state = Mutex(State(start: start))
    }

    func next(_ pull: ResponsePull) throws -> ResponsePiece {
        if pull.isEnding { return .end }
        var state = state.withLock { $0 }
        defer { self.state.withLock { $0 = state } }
        let now = now()
        guard let lastPiece = state.lastPiece else {
            state.lastPiece = now
            return .bytes(Self.opening)
        }
        let waiting = feed.store.changeSignal.wait(pull.wake)
        let start = state.start
        let text = try feed.events(after: &state.start, limit: pull.limit)
        let silence = Self.heartbeat - (now - lastPiece)
        if !text.isEmpty || silence <= 0 {
            state.lastPiece = now
            return .bytes(text.isEmpty ? Self.comment : text)
        }
        // What changed is of no kind that is told.
        if state.start > start { return .bytes([]) }
        state.waiting = waiting
        return .waiting(seconds: silence)
    }
}
