import Foundation

/// Shows how far an import is: a bar on a terminal, a line every few seconds otherwise.
final class ImportProgress {
    private static let barWidth = 24

    private let isTerminal = StandardError.isTerminal
    /// Bytes; `nil` when there is no telling.
    private let total: Int?
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant
    private var hasBar = false

    init(total: Int?) {
        self.total = total
        start = clock.now
        lastShown = start
    }

    func show(_ counts: ImportCounts, bytes: Int) {
        let now = clock.now
        guard now - lastShown >= .seconds(isTerminal ? 0.2 : 5) else { return }
        lastShown = now
        let text = line(counts, bytes: bytes, seconds: (now - start) / .seconds(1))
        if isTerminal {
            // Back to the margin, and what was there erased (ECMA-48, EL).
            StandardError.write(bytes: Array("\r\u{1b}[K\(text)".utf8))
            hasBar = true
        } else {
            StandardError.write(text)
        }
    }

    /// Erases the bar.
    func end() {
        if hasBar { StandardError.write(bytes: Array("\r\u{1b}[K".utf8)) }
    }

    private func line(_ counts: ImportCounts, bytes: Int, seconds: Double) -> String {
        let rate = Int(Double(counts.total) / max(seconds, 0.001))
        let done = "\(counts.total) articles, \(rate)/s"
        guard let total, total > 0, bytes > 0 else { return done }
        let share = min(Double(bytes) / Double(total), 1)
        let left = Int((seconds * (1 - share) / share).rounded(.up))
        let percent = "\(Int(share * 100)) %"
        return (isTerminal ? bar(share) + " " : "") + "\(percent), \(done), about \(Self.time(left)) left"
    }

    private func bar(_ share: Double) -> String {
        let filled = Int(share * Double(Self.barWidth))
        return "[" + String(repeating: "#", count: filled)
            + String(repeating: "-", count: Self.barWidth - filled) + "]"
    }

    private static func time(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
    }
}
