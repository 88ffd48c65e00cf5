/// What may be asked, and how much of it is taken.
package struct FetchPolicy: Sendable {
    /// Addresses of the own machine and networks are asked too; link-local ones never are.
    package var allowsPrivate = false
    /// Those that are asked wherever they lead.
    package var exceptions: Set<IPAddress> = []
    package var ports: Set<Int> = [80, 443]
    /// Of an answer, decompressed.
    package var maximumBytes = 8 << 20
    /// Seconds for an answer with all that it leads on to.
    package var timeout = 30.0
    /// Seconds for a connection.
    package var connectTimeout = 10.0
    package var maximumRedirects = 5

    package init() {}

    /// Reads an address that may be asked, as far as it tells that itself: what a name stands for is checked when it is asked.
    package func address(_ text: String) throws(FetchError) -> WebAddress {
        let address = try WebAddress(text, ports: ports)
        if let literal = address.literal { try check([literal], of: address.host) }
        return address
    }

    func allows(_ address: IPAddress) -> Bool {
        let reach = address.reach
        return reach == .global || (allowsPrivate && reach.isOwn) || exceptions.contains(address)
    }

    /// - Throws: `FetchError.forbidden` when one of a host's addresses is not asked: who names a private one beside others
    ///   hopes that it is taken.
    func check(_ addresses: [IPAddress], of host: String) throws(FetchError) {
        guard let refused = addresses.first(where: { !allows($0) }) else { return }
        throw .forbidden(host: host, refused, refused.reach)
    }
}
