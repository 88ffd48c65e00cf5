import CCurl
import Dispatch
import Glibc
import Synchronization

/// What the machine is set up to ask (getaddrinfo(3)).
package struct SystemResolver: Resolver {
    private static let queue = DispatchQueue(label: "tarikh.names", qos: .utility, attributes: .concurrent)
    /// Seconds after which it is looked whether to go on waiting.
    private static let step = 0.1

    package init() {}

    /// The system's function can't be called off: past the deadline its answer is no longer waited for.
    package func addresses(
        of host: String, until deadline: ContinuousClock.Instant, _ stop: StopFlag
    ) throws(FetchError) -> [IPAddress] {
        let answer = Answer()
        Self.queue.async { answer.give(Self.ask(host)) }
        while !answer.waits(seconds: Self.step) {
            if stop.isSet { throw .stopped }
            if ContinuousClock.now >= deadline { throw .timedOut }
        }
        let addresses = answer.addresses
        guard !addresses.isEmpty else { throw .unresolved(host) }
        return addresses
    }

    private static func ask(_ host: String) -> [IPAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { unsafe freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var entry = unsafe list
        while let current = unsafe entry {
            if let address = unsafe current.pointee.ai_addr.flatMap({ unsafe IPAddress($0) }),
                !addresses.contains(address)
            {
                addresses.append(address)
            }
            unsafe entry = current.pointee.ai_next
        }
        return addresses
    }
}

extension IPAddress {
    /// `nil` for an address of another kind.
    init?(_ address: UnsafePointer<sockaddr>) {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = unsafe CCurl_address_bytes(address, &bytes)
        self.init(bytes: Array(bytes.prefix(Int(count))))
    }
}

/// Addresses that come later.
private final class Answer: Sendable {
    private let given = Mutex<[IPAddress]>([])
    private let semaphore = DispatchSemaphore(value: 0)

    var addresses: [IPAddress] { given.withLock { $0 } }

    func give(_ addresses: [IPAddress]) {
        given.withLock { $0 = addresses }
        semaphore.signal()
    }

    func waits(seconds: Double) -> Bool {
        semaphore.wait(timeout: .now() + seconds) == .success
    }
}
