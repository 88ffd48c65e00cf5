package import Fetching
import Foundation
import HTTPServer

extension Configuration: Decodable {
    private static let environmentPrefix = "TARIKH_"

    /// The defaults, changed by the members of an object.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.singleValueContainer().decode([String: ConfigurationValue].self)
        let settings = Configuration.settings
        let known = Set(settings.map(\.key))
        if let unknown = values.keys.filter({ !known.contains($0) }).min() {
            throw ConfigurationError.unknownKey(unknown, hint: Nearest.hint(to: unknown, among: known))
        }
        self.init()
        for setting in settings {
            guard let value = values[setting.key] else { continue }
            try set(setting, value, name: setting.key)
        }
    }

    /// Reads a configuration file: one JSON5 object.
    package init(file bytes: [UInt8]) throws(ConfigurationError) {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            self = try decoder.decode(Configuration.self, from: Data(bytes))
        } catch let error as ConfigurationError {
            throw error
        } catch let DecodingError.dataCorrupted(context) {
            let reason =
                (context.underlyingError as? NSError)?.userInfo[NSDebugDescriptionErrorKey] as? String
            throw .notJSON(reason ?? context.debugDescription)
        } catch {
            throw .notJSON("it must be one object")
        }
    }

    /// Changes the settings that have a variable `TARIKH_…`; other variables of that kind are the command's.
    package mutating func apply(environment: [String: String]) throws(ConfigurationError) {
        for setting in Configuration.settings {
            let name = Self.environmentPrefix + setting.key.uppercased()
            guard let value = environment[name] else { continue }
            try set(setting, .text(value), name: name)
        }
    }

    private mutating func set(
        _ setting: Setting, _ value: ConfigurationValue, name: String
    ) throws(ConfigurationError) {
        guard setting.apply(&self, value) else {
            throw .badValue(key: name, expected: setting.expected)
        }
    }

    /// Whether only this machine reaches the service.
    package var isLoopback: Bool {
        if let areLocal = ServerConfiguration.inheritedSocketsAreLocal { return areLocal }
        return address == "::1"
            || (address.hasPrefix("127.") && address.utf8.allSatisfy { $0 == 0x2e || (0x30...0x39) ~= $0 })
    }

    /// Refuses what would leave the service open, or of no use to anyone.
    ///
    /// - Parameter hasKeys: whether there are keys that let in.
    package func check(hasKeys: Bool) throws(ConfigurationError) {
        guard (tlsCertificate == nil) == (tlsKey == nil), tlsCertificate != nil || tlsClientCA == nil,
            tlsClientCA != nil || !tlsClientRequired
        else { throw .incompleteTLS }
        if !isLoopback, anonymous == .none, !hasKeys { throw .notLoopback(host: host) }
    }

    /// Whether what is at addresses is fetched.
    package var fetchesAddresses: Bool { fetch || feeds != nil }

    /// What may be asked, and how much of it is taken.
    package var fetchPolicy: FetchPolicy {
        var policy = FetchPolicy()
        policy.allowsPrivate = fetchPrivate
        policy.ports = Set(fetchPorts)
        policy.timeout = fetchTimeout
        policy.connectTimeout = min(policy.connectTimeout, fetchTimeout)
        return policy
    }

    private var address: String { host == "localhost" ? "127.0.0.1" : host }

    var server: ServerConfiguration {
        var server = ServerConfiguration()
        server.host = address
        server.port = UInt16(clamping: port)
        server.loops = loops
        server.maximumConnections = maximumConnections
        server.maximumQueuedRequests = maximumQueuedRequests
        server.blockingThreads = blockingThreads
        server.maximumBodyBytes = maximumBodyBytes
        server.maximumTargetBytes = maximumTargetBytes
        server.maximumHeaderBytes = maximumHeaderBytes
        server.headerTimeout = headerTimeout
        server.bodyTimeout = bodyTimeout
        server.idleTimeout = idleTimeout
        server.writeTimeout = writeTimeout
        server.drainTimeout = drainTimeout
        server.handshakeTimeout = handshakeTimeout
        server.minimumRate = minimumRate
        server.tlsCertificate = tlsCertificate
        server.tlsKey = tlsKey
        server.tlsClientAuthorities = tlsClientCA
        server.tlsRequiresClientCertificate = tlsClientRequired
        server.socketPath = socket
        server.takesInheritedSockets = true
        return server
    }
}
