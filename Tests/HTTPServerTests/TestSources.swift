import Foundation
import HTTPServer
import Synchronization

/// Gives so many bytes in pieces as large as may be, then ends or fails.
final class CountingSource: ResponseSource {
    struct Broken: Error {}

    /// What the sources of one test have done.
    final class Log: Sendable {
        let given = Atomic<Int>(0)
        let freed = Atomic<Int>(0)

        /// Waits until so many have been let go of. Returns whether they were.
        func awaitFreed(_ count: Int) -> Bool {
            for _ in 0..<200 {
                if freed.load(ordering: .relaxed) >= count { return true }
                Thread.sleep(forTimeInterval: 0.02)
            }
            return false
        }
    }

    private let left: Mutex<Int>
    private let fails: Bool
    private let log: Log

    init(_ count: Int, fails: Bool = false, log: Log) {
        left = Mutex(count)
        self.fails = fails
        self.log = log
    }

    deinit { log.freed.add(1, ordering: .relaxed) }

    func next(_ pull: ResponsePull) throws -> ResponsePiece {
        let count = left.withLock { left in
            let count = min(left, pull.limit)
            left -= count
            return count
        }
        if count == 0 {
            if fails { throw Broken() }
            return .end
        }
        log.given.add(count, ordering: .relaxed)
        return .bytes([UInt8](repeating: 0x7a, count: count))
    }
}

/// Passes on what is said to it; ends when the server does.
final class SpokenSource: ResponseSource {
    /// Where things are said to all sources that listen.
    final class Speaker: Sendable {
        fileprivate struct State {
            var lines: [String] = []
            var wakes: [@Sendable () -> Void] = []
        }

        fileprivate let state = Mutex(State())

        func say(_ line: String) {
            let wakes = state.withLock { state in
                state.lines.append(line)
                defer { state.wakes = [] }
                return state.wakes
            }
            for wake in wakes { wake() }
        }
    }

    private let speaker: Speaker
    private let next = Mutex(0)

    init(_ speaker: Speaker) { self.speaker = speaker }

    func next(_ pull: ResponsePull) throws -> ResponsePiece {
        let start = next.withLock { $0 }
        let lines = speaker.state.withLock { state in
            if state.lines.count == start { state.wakes.append(pull.wake) }
            return state.lines[start...].map { $0 + "\n" }
        }
        next.withLock { $0 += lines.count }
        if lines.isEmpty { return pull.isEnding ? .end : .waiting(seconds: 60) }
        return .bytes(Array(lines.joined().utf8))
    }
}
