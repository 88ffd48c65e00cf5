import Foundation

enum Clock {
    static var seconds: Double { read(CLOCK_MONOTONIC) }

    /// Of all threads of the process.
    static var processorSeconds: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// Of this thread: what else the machine does does not count.
    static var threadSeconds: Double { read(CLOCK_THREAD_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
