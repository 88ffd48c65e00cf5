import Glibc

/// The listening sockets that the service manager of Linux opened for this process (sd_listen_fds(3)).
package enum InheritedSockets {
    private static let first: Int32 = 3

    /// Their descriptors; none when the process was not started so.
    package static var descriptors: [Int32] {
        descriptors(process: variable("LISTEN_PID"), count: variable("LISTEN_FDS"), own: getpid())
    }

    static func descriptors(process: String?, count: String?, own: Int32) -> [Int32] {
        guard let process, let count, Int32(process) == own, let count = Int32(count), 1...1_024 ~= count
        else { return [] }
        return Array(first..<(first + count))
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
