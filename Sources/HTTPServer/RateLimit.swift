/// How often a peer may do something: so often at once, and so often a second (a token bucket).
struct RateLimit {
    private let burst: Double
    private let perSecond: Double
    private var left: Double
    private var last = 0.0

    init(burst: Double, perSecond: Double) {
        self.burst = burst
        self.perSecond = perSecond
        left = burst
    }

    /// Counts one at `now`, in seconds. Returns false when it is one too many.
    mutating func take(now: Double) -> Bool {
        left = min(burst, left + max(0, now - last) * perSecond)
        last = now
        guard left >= 1 else { return false }
        left -= 1
        return true
    }

    /// Takes back what was counted, for a peer that does something useful.
    mutating func forgive(_ count: Double) {
        left = min(burst, left + count)
    }
}
