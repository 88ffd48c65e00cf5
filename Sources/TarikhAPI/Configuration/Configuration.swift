/// What the service is told at its start: one value, read once.
///
/// Every setting is a key of the configuration file and, in capitals after `TARIKH_`, an environment variable; see
/// `Configuration.settings` for their list.
package struct Configuration: Sendable, Hashable {
    /// Who may do what without a key.
    package enum Anonymous: String, Sendable, Hashable, CaseIterable {
        /// Nothing; but on a loopback address everything, as long as there is no key.
        case none
        /// Reading on any address; and on a loopback address everything, as long as there is no key.
        case read
    }

    /// An IPv4 or IPv6 address, or `localhost`.
    package var host = "127.0.0.1"
    /// 0 lets the kernel choose.
    package var port = 8080
    /// The address that those outside reach the service by, such as `https://example.org/tarikh`; without it answers name the
    /// host that was asked.
    package var publicURL: String?
    /// The data folder.
    package var data = "data"
    package var anonymous = Anonymous.none
    /// Requests a minute, of each key that does not say how many and of each address without a key; 0 for no limit.
    package var rateLimit = 0
    /// Origins whose pages may read answers (CORS), such as `https://example.org`.
    package var corsOrigins: [String] = []
    /// A file with names that the built-in gazetteer lacks.
    package var gazetteer: String?
    /// A trained model of names instead of the built-in one.
    package var model: String?
    /// A file of feeds that are polled.
    package var feeds: String?
    /// Whether what is at addresses is fetched, though there is no such file.
    package var fetch = false
    /// Addresses of the own machine and networks are fetched from too.
    package var fetchPrivate = false
    /// Ports that are fetched from.
    package var fetchPorts = [80, 443]
    /// Seconds for what is at an address.
    package var fetchTimeout = 30.0
    /// Seconds from one request to a host to the next.
    package var fetchDistance = 1.0
    /// A line for every request.
    package var accessLog = true
    /// Bytes of answers that are kept in memory; 0 keeps none.
    package var cacheBytes = 32 << 20

    /// Event loops; 0 is one per core.
    package var loops = 0
    /// Threads for blocking work; 0 is two per core.
    package var blockingThreads = 0
    package var maximumConnections = 10_000
    package var maximumQueuedRequests = 256
    /// Bytes.
    package var maximumBodyBytes = 64 << 20
    /// Bytes.
    package var maximumTargetBytes = 8 << 10
    /// Bytes.
    package var maximumHeaderBytes = 64 << 10
    /// Seconds for the whole header section.
    package var headerTimeout = 10.0
    /// Seconds without a byte of a request's body.
    package var bodyTimeout = 20.0
    /// Seconds without a request on an open connection.
    package var idleTimeout = 60.0
    /// Seconds without progress while an answer is being sent.
    package var writeTimeout = 20.0
    /// Seconds that requests under way get at the end.
    package var drainTimeout = 25.0

    /// Bytes a second that a body or an answer must move at.
    package var minimumRate = 500.0
    /// Seconds for the handshake of TLS.
    package var handshakeTimeout = 10.0
    /// A PEM file: the certificate of the service, then those that lead to its root. With it the port speaks TLS only.
    package var tlsCertificate: String?
    /// A PEM file: the certificate's key.
    package var tlsKey: String?
    /// A PEM file: roots of the certificates that clients may show.
    package var tlsClientCA: String?
    /// Clients without such a certificate are refused.
    package var tlsClientRequired = false
    /// A path of the Unix domain to listen on too.
    package var socket: String?

    package init() {}
}
