/// Why nothing came from an address.
package enum FetchError: Error, Hashable, CustomStringConvertible {
    /// Not an address of http or https, as this reads them.
    case malformed(String)
    case scheme(String)
    case userInformation
    case port(Int)
    /// A host that is neither a name in ASCII nor an IP address in its usual form.
    case hostForm(String)
    /// An address that is not asked; `host` has it among others.
    case forbidden(host: String, IPAddress, AddressReach)
    /// From https to http.
    case downgrade
    case tooManyRedirects(limit: Int)
    case unresolved(String)
    case timedOut
    /// More than `limit` bytes, decompressed.
    case tooLarge(limit: Int)
    /// The fetching was called off.
    case stopped
    case failed(String)

    /// For people.
    package var description: String {
        switch self {
        case .malformed(let reason): "It is no web address: \(reason)."
        case .scheme(let scheme): "Only http and https are fetched, not '\(scheme)'."
        case .userInformation: "An address with a user name or password is not fetched."
        case .port(let port): "Port \(port) is not among those that are asked ('fetch_ports')."
        case .hostForm(let host):
            "'\(host)' is no host: it takes a name in ASCII (xn--… for others), four decimal numbers, or IPv6 in brackets."
        case .forbidden(let host, let address, let reach):
            host == address.description
                ? "\(address) is not asked: it is no address for all (\(reach.rawValue))."
                : "'\(host)' is not asked: its address \(address) is none for all (\(reach.rawValue))."
        case .downgrade: "It leads from https to http."
        case .tooManyRedirects(let limit): "It leads on more than \(limit) times."
        case .unresolved(let host): "'\(host)' has no address."
        case .timedOut: "It took too long."
        case .tooLarge(let limit): "It has more than \(limit) bytes."
        case .stopped: "The service is ending."
        case .failed(let reason): "It could not be fetched: \(reason)."
        }
    }
}
