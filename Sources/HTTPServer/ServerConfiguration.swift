import Sockets

/// Where the server listens and what it allows.
package struct ServerConfiguration: Sendable, Hashable {
    /// An IPv4 or IPv6 address.
    package var host = "127.0.0.1"
    /// 0 lets the kernel choose.
    package var port: UInt16 = 0
    /// Event loops, each with its own listener; 0 is one per core.
    package var loops = 0
    package var maximumConnections = 10_000
    /// Requests that wait in each lane for blocking work; one more is answered 503 `overloaded`.
    package var maximumQueuedRequests = 256
    /// Threads for reading; 0 is two per core. Half as many write, and two do what administration asks for.
    package var blockingThreads = 0
    /// Bytes of a request's body, decoded.
    package var maximumBodyBytes = 64 << 20
    /// Bytes of a request's target.
    package var maximumTargetBytes = 8 << 10
    /// Bytes of a request's header section.
    package var maximumHeaderBytes = 64 << 10
    /// Seconds for the whole header section.
    package var headerTimeout = 10.0
    /// Seconds without a byte of a request's body.
    package var bodyTimeout = 20.0
    /// Seconds without a request on an open connection.
    package var idleTimeout = 60.0
    /// Seconds without progress while an answer is being sent.
    package var writeTimeout = 20.0
    /// Seconds that requests under way get when the server drains.
    package var drainTimeout = 25.0

    /// Bytes a second that a request's body or an answer must move at, after the time it gets anyway.
    package var minimumRate = 500.0
    /// Seconds for the handshake of TLS.
    package var handshakeTimeout = 10.0
    /// A PEM file with the certificate, then those that lead to its root; with it and the key the port speaks TLS only.
    package var tlsCertificate: String?
    /// A PEM file with its key.
    package var tlsKey: String?
    /// A PEM file with roots of the certificates that clients may show.
    package var tlsClientAuthorities: String?
    /// A client without a certificate is refused.
    package var tlsRequiresClientCertificate = false
    /// A path of the Unix domain to listen on too, without TLS.
    package var socketPath: String?
    /// Listens on the sockets that the service manager opened, where there are some, instead of the host and port.
    package var takesInheritedSockets = false

    package init() {}

    var tls: TLSConfiguration? {
        guard let tlsCertificate, let tlsKey else { return nil }
        var tls = TLSConfiguration(certificate: tlsCertificate, key: tlsKey)
        tls.clientAuthorities = tlsClientAuthorities
        tls.requiresClientCertificate = tlsRequiresClientCertificate
        return tls
    }

    /// Whether the sockets that the service manager opened, if any, are reached from this machine only; `nil` without them.
    package static let inheritedSocketsAreLocal: Bool? = {
        let numbers = InheritedSockets.descriptors
        // What can't listen stops the start later.
        let listeners = numbers.compactMap { try? Listener(duplicating: $0) }
        return numbers.isEmpty ? nil : listeners.allSatisfy(\.isLocal)
    }()
}
