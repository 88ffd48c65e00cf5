/// From where an address is reached, as far as that matters for asking it.
package enum AddressReach: String, Sendable, Hashable, CaseIterable {
    /// From anywhere.
    case global
    case privateNetwork = "private"
    case loopback
    case shared
    case uniqueLocal = "unique-local"
    case linkLocal = "link-local"
    case multicast
    case unspecified
    case documentation
    case benchmarking
    case reserved
    /// IPv6 that leads to an IPv4 address: what is behind it is not what was checked.
    case mapped, compatible, translated
    case sixToFour = "6to4"
    case teredo

    /// Whether it belongs to the own machine or network, which a test or an intranet may want to ask.
    package var isOwn: Bool {
        [.privateNetwork, .loopback, .shared, .uniqueLocal].contains(self)
    }
}

extension IPAddress {
    /// Of IPv6 only what is assigned for use anywhere, 2000::/3, can be global.
    package var reach: AddressReach {
        if let block = AddressBlock.special.first(where: { $0.contains(self) }) { return block.reach }
        return isVersion6 && bytes[0] >> 5 != 1 ? .reserved : .global
    }
}

/// Addresses that begin with the same bits.
private struct AddressBlock: Sendable {
    let first: IPAddress
    let length: Int
    let reach: AddressReach

    /// A block before those that contain it. IANA's registries of special-purpose addresses (RFC 6890 and its successors).
    static let special: [AddressBlock] = lines.split(separator: "\n").compactMap(AddressBlock.init(line:))

    private static let lines = """
        0.0.0.0/8 unspecified
        10.0.0.0/8 private
        100.64.0.0/10 shared
        127.0.0.0/8 loopback
        169.254.0.0/16 link-local
        172.16.0.0/12 private
        192.0.0.0/24 reserved
        192.0.2.0/24 documentation
        192.88.99.0/24 6to4
        192.168.0.0/16 private
        198.18.0.0/15 benchmarking
        198.51.100.0/24 documentation
        203.0.113.0/24 documentation
        224.0.0.0/4 multicast
        240.0.0.0/4 reserved
        ::/128 unspecified
        ::1/128 loopback
        ::ffff:0:0/96 mapped
        ::ffff:0:0:0/96 translated
        ::/96 compatible
        64:ff9b::/96 translated
        64:ff9b:1::/48 translated
        2001::/32 teredo
        2001:db8::/32 documentation
        2001:2::/48 benchmarking
        2001::/23 reserved
        2002::/16 6to4
        3fff::/20 documentation
        fc00::/7 unique-local
        fe80::/10 link-local
        ff00::/8 multicast
        """

    private init?(line: Substring) {
        let parts = line.split(separator: " ").map(String.init)
        let block = parts.first?.split(separator: "/").map(String.init) ?? []
        guard parts.count == 2, block.count == 2, let first = IPAddress(block[0]), let length = Int(block[1]),
            length <= first.bytes.count * 8, let reach = AddressReach(rawValue: parts[1])
        else { return nil }
        self.first = first
        self.length = length
        self.reach = reach
    }

    func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        let whole = length / 8
        guard address.bytes[..<whole] == first.bytes[..<whole] else { return false }
        let rest = length % 8
        return rest == 0 || (address.bytes[whole] ^ first.bytes[whole]) >> (8 - rest) == 0
    }
}
