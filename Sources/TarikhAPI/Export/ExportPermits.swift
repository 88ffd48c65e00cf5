import HTTPServer
import HTTPTypes
import Synchronization

/// How many exports may run at once: each has a connection to the database.
final class ExportPermits: Sendable {
    /// Given back when it is let go of.
    final class Permit: Sendable {
        private let permits: ExportPermits

        fileprivate init(_ permits: ExportPermits) { self.permits = permits }

        deinit { permits.giveBack() }
    }

    private let left: Mutex<Int>

    init(_ count: Int) { left = Mutex(count) }

    /// - Throws: 503 when there is none left.
    func take() throws(Problem) -> Permit {
        let isTaken = left.withLock { left in
            guard left > 0 else { return false }
            left -= 1
            return true
        }
        guard isTaken else {
            throw Problem(
                .serviceUnavailable, code: "overloaded", detail: "Too many exports run now; try again.",
                fields: [.retryAfter: "30"])
        }
        return Permit(self)
    }

    private func giveBack() { left.withLock { $0 += 1 } }
}
