import TarikhAPI

/// Shows how far reading anew is: in place on a terminal, a line every few seconds otherwise.
final class ReannotationProgress {
    private let isTerminal = StandardError.isTerminal
    private let clock = ContinuousClock()
    private var lastShown: ContinuousClock.Instant?
    private var hasLine = false

    func show(_ progress: Reannotator.Progress) {
        let now = clock.now
        if let lastShown, now - lastShown < .seconds(isTerminal ? 0.2 : 5) { return }
        lastShown = now
        let text = "read \(progress.done) of \(progress.total) articles, changed \(progress.changed)"
        if isTerminal {
            // Back to the margin, and what was there erased (ECMA-48, EL).
            StandardError.write(bytes: Array("\r\u{1b}[K\(text)".utf8))
            hasLine = true
        } else {
            StandardError.write(text)
        }
    }

    /// Erases the line.
    func end() {
        if hasLine { StandardError.write(bytes: Array("\r\u{1b}[K".utf8)) }
    }
}
