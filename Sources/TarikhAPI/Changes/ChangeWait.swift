import ArticleStore
import HTTPServer
import Synchronization

/// The list of changes, once there are any or the time is over.
final class ChangeWait: ResponseSource {
    private struct State: Sendable {
        var answer: PendingBytes?
        var waiting: ChangeSignal.Waiting?
    }

    private let store: ArticleStore
    private let start: Int64
    private let limit: Int
    private let deadline: Double
    private let state = Mutex(State())

    /// - Parameter seconds: how long at most.
    init(_ store: ArticleStore, after start: Int64, limit: Int, seconds: Int) {
        self.store = store
        self.start = start
        self.limit = limit
        deadline = Stopwatch.now + Double(seconds)
    }

    func next(_ pull: ResponsePull) throws -> ResponsePiece {
        var state = state.withLock { $0 }
        defer { self.state.withLock { $0 = state } }
        if state.answer == nil {
            let waiting = store.changeSignal.wait(pull.wake)
            guard let list = try store.changes(after: start, limit: limit) else { throw Problem.oldChanges }
            let left = deadline - Stopwatch.now
            guard !list.items.isEmpty || left <= 0 || pull.isEnding else {
                state.waiting = waiting
                // Another process may write.
                return .waiting(seconds: store.isWritable ? left : min(left, 1))
            }
            state.waiting = nil
            state.answer = PendingBytes()
            state.answer?.append(ChangeJSON.bytes(of: list))
        }
        let part = state.answer?.take(pull.limit) ?? []
        return part.isEmpty ? .end : .bytes(part)
    }
}
