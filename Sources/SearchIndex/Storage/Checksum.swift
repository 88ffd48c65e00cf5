/// A 64-bit checksum against damage, not against forgery. Every step is a bijection of the state, so that a change in one
/// word always changes the sum.
struct Checksum {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0xBF58_476D_1CE4_E5B9
        value ^= value >> 29
    }

    static func of(_ bytes: [UInt8]) -> UInt64 {
        let memory = Memory(copying: bytes)
        return withExtendedLifetime(memory) { Bytes(memory).checksum }
    }
}
