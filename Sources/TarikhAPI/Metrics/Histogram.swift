import Synchronization

/// Counts durations by how long they were (Prometheus histogram).
final class Histogram: Sendable {
    /// Upper bounds in seconds; the last bucket is open.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private struct Counts {
        var buckets = [Int](repeating: 0, count: Histogram.bounds.count + 1)
        var sum = 0.0
    }

    private let counts = Mutex(Counts())

    func observe(_ seconds: Double) {
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        counts.withLock { counts in
            counts.buckets[bucket] += 1
            counts.sum += seconds
        }
    }

    /// Appends the samples of `name`; `labels` is empty or `key="value",…`.
    func write(_ name: String, labels: String, to text: inout String) {
        let counts = counts.withLock { $0 }
        let prefix = labels.isEmpty ? "" : labels + ","
        var total = 0
        for (index, count) in counts.buckets.enumerated() {
            total += count
            let bound = index < Self.bounds.count ? String(Self.bounds[index]) : "+Inf"
            text += "\(name)_bucket{\(prefix)le=\"\(bound)\"} \(total)\n"
        }
        let suffix = labels.isEmpty ? "" : "{\(labels)}"
        text += "\(name)_sum\(suffix) \(counts.sum)\n\(name)_count\(suffix) \(total)\n"
    }
}
