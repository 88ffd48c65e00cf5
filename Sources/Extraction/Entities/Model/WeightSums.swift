/// The sums of weights of tokens, 32 labels each. In 16 bits: a token has some hundred features of at most 127.
struct WeightSums: Sendable {
    static let labels = 32
    /// The labels of a token and of the two on either side.
    static let width = labels * FeatureKey.targets

    var values: [Int16] = []

    /// Makes room for `count` tokens and two more at either end; all sums are 0.
    mutating func reset(count: Int) {
        let needed = (count + 4) * Self.labels
        values.removeAll(keepingCapacity: true)
        values.append(contentsOf: repeatElement(0, count: needed))
    }

    /// Adds the sums at token `other` of `sums`, and those of the two on either side, to those at `token`.
    @inline(__always)
    mutating func add(_ sums: borrowing WeightSums, from other: Int, at token: Int) {
        let (source, target) = (other * Self.labels, token * Self.labels)
        guard source >= 0, target >= 0, source + Self.width <= sums.values.count,
            target + Self.width <= values.count
        else { return }
        unsafe sums.values.withUnsafeBytes { from in
            unsafe values.withUnsafeMutableBytes { to in
                for offset in stride(from: 0, to: Self.width * 2, by: 64) {
                    let (first, second) = (source * 2 &+ offset, target * 2 &+ offset)
                    let sum =
                        unsafe from.loadUnaligned(fromByteOffset: first, as: SIMD32<Int16>.self)
                        &+ to.loadUnaligned(fromByteOffset: second, as: SIMD32<Int16>.self)
                    unsafe to.storeBytes(of: sum, toByteOffset: second, as: SIMD32<Int16>.self)
                }
            }
        }
    }

    /// Sets the sums at `token` and beside it to 0.
    mutating func clear(at token: Int) {
        for index in token * Self.labels..<token * Self.labels + Self.width { values[index] = 0 }
    }

    @inline(__always)
    subscript(token: Int) -> SIMD32<Int16> {
        let start = (token + 2) * Self.labels
        guard start >= 0, start + Self.labels <= values.count else { return SIMD32(repeating: 0) }
        return unsafe values.withUnsafeBytes {
            unsafe $0.loadUnaligned(fromByteOffset: start * 2, as: SIMD32<Int16>.self)
        }
    }
}
