/// Hashes that are the same in every run and on every machine (FNV-1a, then the finaliser of MurmurHash3).
package enum StableHash {
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    package static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
        var hash = start ^ seed
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
        return mixed(hash)
    }

    package static func hash(_ text: String, seed: UInt64 = 0) -> UInt64 {
        var hash = start ^ seed
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
        return mixed(hash)
    }

    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
        value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return value ^ value >> 33
    }
}
