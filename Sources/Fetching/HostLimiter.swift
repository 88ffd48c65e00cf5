import Glibc
import Synchronization

/// Lets one request at once go to a host, and one some time after another.
package final class HostLimiter: Sendable {
    private struct Host {
        var isBusy = false
        var next: ContinuousClock.Instant
    }

    private static let step = Duration.milliseconds(20)
    /// Hosts that are remembered before those that may be asked are forgotten.
    private static let maximumHosts = 1024

    private let distance: Duration
    private let hosts = Mutex<[String: Host]>([:])

    /// - Parameter distance: from the start of a request to the start of the next.
    package init(distance: Duration) {
        self.distance = distance
    }

    /// Waits until the host may be asked; `leave` must follow.
    func enter(_ host: String, _ stop: StopFlag) throws(FetchError) {
        while !takes(host) {
            if stop.isSet { throw .stopped }
            usleep(UInt32(Self.step / .microseconds(1)))
        }
    }

    func leave(_ host: String) {
        hosts.withLock { $0[host]?.isBusy = false }
    }

    private func takes(_ host: String) -> Bool {
        let now = ContinuousClock.now
        return hosts.withLock { hosts in
            if let known = hosts[host], known.isBusy || known.next > now { return false }
            if hosts.count >= Self.maximumHosts { hosts = hosts.filter { $1.isBusy || $1.next > now } }
            hosts[host] = Host(isBusy: true, next: now + distance)
            return true
        }
    }
}
