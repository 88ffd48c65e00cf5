import Synchronization

/// Tells those who wait that something has changed.
package final class ChangeSignal: Sendable {
    /// Someone who waits; no longer when it is let go of.
    package final class Waiting: Sendable {
        private let signal: ChangeSignal
        private let number: UInt64

        fileprivate init(_ signal: ChangeSignal, _ number: UInt64) {
            self.signal = signal
            self.number = number
        }

        deinit { signal.forget(number) }
    }

    private struct State {
        var next: UInt64 = 0
        var waiting: [UInt64: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    /// Calls `wake` once, on the thread of who changes something, unless what comes back is let go of before. `wake` must not
    /// block. Who looks for changes after this call misses none.
    package func wait(_ wake: @escaping @Sendable () -> Void) -> Waiting {
        let number = state.withLock { state in
            state.next += 1
            state.waiting[state.next] = wake
            return state.next
        }
        return Waiting(self, number)
    }

    /// How many wait.
    package var count: Int { state.withLock { $0.waiting.count } }

    func send() {
        let all = state.withLock { state in
            defer { state.waiting = [:] }
            return state.waiting
        }
        for wake in all.values { wake() }
    }

    private func forget(_ number: UInt64) {
        _ = state.withLock { $0.waiting.removeValue(forKey: number) }
    }
}
