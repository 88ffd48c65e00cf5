import HTTPTypes

/// Measures how long work takes.
enum Stopwatch {
    private static let start = ContinuousClock.now

    /// Seconds of a clock that is never set back.
    static var now: Double { seconds(since: start) }

    /// What `work` returns, and the seconds it took.
    static func time<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
        let start = ContinuousClock.now
        let value = try work()
        return (value, seconds(since: start))
    }

    static func seconds(since start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start) / .seconds(1)
    }
}

/// The field that tells how long parts of an answer took (W3C Server Timing), in milliseconds.
enum ServerTiming {
    static func fields(_ name: String, _ seconds: Double) -> HTTPFields {
        [.serverTiming: entry(name, seconds)]
    }

    static func entry(_ name: String, _ seconds: Double) -> String {
        name + ";dur=" + String((seconds * 1_000_000).rounded() / 1000)
    }
}
