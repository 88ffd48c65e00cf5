/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed on every machine.
struct RandomNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    /// 0…1, 1 not among them.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// The order of Fisher and Yates; the standard library may change its own.
    mutating func shuffle(_ values: inout [Int]) {
        guard values.count > 1 else { return }
        for index in (1...values.count - 1).reversed() {
            values.swapAt(index, Int(next() % UInt64(index + 1)))
        }
    }
}
