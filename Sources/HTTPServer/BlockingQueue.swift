import Dispatch
import Synchronization

/// Work that may block: a bounded number of threads of Dispatch, and a bounded queue before them.
final class BlockingQueue: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var next = 0
        /// Those of the queues that have nothing to do.
        var idle: [Int]
    }

    private let state: Mutex<State>
    /// One for each thread: Dispatch runs a serial queue at once, but only as many works of concurrent ones as there are cores,
    /// whether they get on or stand still.
    private let queues: [DispatchQueue]
    private let capacity: Int

    init(threads: Int, capacity: Int, label: String) {
        queues = (0..<threads).map { DispatchQueue(label: "\(label).\($0)") }
        state = Mutex(State(idle: Array(0..<threads)))
        self.capacity = capacity
    }

    /// Works that wait for a thread.
    var waitingCount: Int {
        state.withLock { $0.waiting.count - $0.next }
    }

    /// Runs `work` soon. Returns false, without keeping it, when the queue is full.
    func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
        let (isTaken, starting) = state.withLock { state -> (Bool, Int?) in
            guard state.waiting.count - state.next < capacity else { return (false, nil) }
            state.waiting.append(work)
            return (true, state.idle.popLast())
        }
        if let starting { queues[starting].async { self.run(starting) } }
        return isTaken
    }

    private func run(_ number: Int) {
        while let work = next(number) { work() }
    }

    private func next(_ number: Int) -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard state.next < state.waiting.count else {
                state.waiting = []
                state.next = 0
                state.idle.append(number)
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
