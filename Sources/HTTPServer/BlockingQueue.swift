import Dispatch
import Synchronization

/// Work that may block: a bounded number of threads of Dispatch, and a bounded queue before them.
final class BlockingQueue: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var next = 0
        var running = 0
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "tarikh.blocking", attributes: .concurrent)
    private let threads: Int
    private let capacity: Int

    init(threads: Int, capacity: Int) {
        self.threads = threads
        self.capacity = capacity
    }

    /// Runs `work` soon. Returns false, without keeping it, when the queue is full.
    func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
        let (isTaken, starts) = state.withLock { state in
            guard state.waiting.count - state.next < capacity else { return (false, false) }
            state.waiting.append(work)
            guard state.running < threads else { return (true, false) }
            state.running += 1
            return (true, true)
        }
        if starts { queue.async { self.run() } }
        return isTaken
    }

    private func run() {
        while let work = next() { work() }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard state.next < state.waiting.count else {
                state.waiting = []
                state.next = 0
                state.running -= 1
                return nil
            }
            defer { state.next += 1 }
            if state.next > 1_024 {
                state.waiting.removeFirst(state.next)
                state.next = 0
            }
            return state.waiting[state.next]
        }
    }
}
