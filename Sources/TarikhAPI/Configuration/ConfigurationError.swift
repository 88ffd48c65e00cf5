/// Why the service does not start.
package enum ConfigurationError: Error, Hashable, CustomStringConvertible {
    /// The file is not JSON5.
    case notJSON(String)
    /// The file has a key that there is not.
    case unknownKey(String, hint: String)
    /// The value of a key or environment variable is not what it must be.
    case badValue(key: String, expected: String)
    /// Without keys the service is open to who reaches it, so it listens on loopback addresses only.
    case notLoopback(host: String)

    /// For people.
    package var description: String {
        switch self {
        case .notJSON(let reason): "The configuration file is not JSON5: \(reason)"
        case .unknownKey(let key, let hint): "Unknown configuration key '\(key)'; \(hint)"
        case .badValue(let key, let expected): "'\(key)' must be \(expected)."
        case .notLoopback(let host):
            "Without keys the service listens on 127.0.0.1 and ::1 only, not on \(host); "
                + "'tarikh keys add' makes one, TARIKH_ANONYMOUS=read lets everyone who reaches it read."
        }
    }
}
