/// Why the service does not start.
package enum ConfigurationError: Error, Hashable, CustomStringConvertible {
    /// The file is not JSON5.
    case notJSON(String)
    /// The file has a key that there is not.
    case unknownKey(String, hint: String)
    /// The value of a key or environment variable is not what it must be.
    case badValue(key: String, expected: String)
    /// Of certificate and key only one is there, or one is missing that another setting needs.
    case incompleteTLS
    /// Without keys the service is open to who reaches it, so it listens on loopback addresses only.
    case notLoopback(host: String)

    /// For people.
    package var description: String {
        switch self {
        case .notJSON(let reason): "The configuration file is not JSON5: \(reason)"
        case .unknownKey(let key, let hint): "Unknown configuration key '\(key)'; \(hint)"
        case .badValue(let key, let expected): "'\(key)' must be \(expected)."
        case .incompleteTLS:
            "TLS needs both 'tls_certificate' and 'tls_key', and 'tls_client_required' needs 'tls_client_ca'."
        case .notLoopback(let host):
            "Without keys the service listens on 127.0.0.1 and ::1 only, not on \(host); "
                + "'tarikh keys add' makes one, TARIKH_ANONYMOUS=read lets everyone who reaches it read."
        }
    }
}
