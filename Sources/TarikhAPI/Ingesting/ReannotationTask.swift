import ArticleStore
import Dispatch
import Synchronization

/// Reads stored articles anew beside all else that the service does, once at a time.
final class ReannotationTask: Sendable {
    enum Status: String, Sendable, CaseIterable {
        case idle, running, succeeded, failed, canceled
    }

    struct State: Sendable {
        var status = Status.idle
        var progress = Reannotator.Progress()
        var failure: StoreError?
    }

    private let reannotator: Reannotator
    private let log: ServiceLog
    private let state = Mutex(State())
    private let isStopped = Atomic(false)
    private let queue = DispatchQueue(label: "reannotation", qos: .utility)

    init(reannotator: Reannotator, log: ServiceLog) {
        self.reannotator = reannotator
        self.log = log
    }

    var current: State { state.withLock { $0 } }

    /// Starts unless it runs already, or is never to run again.
    func start() -> State {
        state.withLock { state in
            guard state.status != .running, !isStopped.load(ordering: .relaxed) else { return state }
            state = State(status: .running)
            queue.async { [self] in run() }
            return state
        }
    }

    /// Ends it for good after the batch under way, and waits for that.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        queue.sync {}
    }

    private func run() {
        do {
            let progress = try reannotator.run {
                isStopped.load(ordering: .relaxed)
            } progressed: { progress in
                state.withLock { $0.progress = progress }
            }
            state.withLock {
                $0.progress = progress
                $0.status = isStopped.load(ordering: .relaxed) ? .canceled : .succeeded
            }
        } catch {
            log.failure("reannotation: \(error)")
            state.withLock {
                $0.status = .failed
                $0.failure = error
            }
        }
    }
}
