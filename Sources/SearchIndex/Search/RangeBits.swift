/// Documents of a range, a bit each.
struct RangeBits {
    var low: UInt64 = 0
    var high: UInt64 = 0

    @inline(__always)
    var isEmpty: Bool { low | high == 0 }
    @inline(__always)
    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    @inline(__always)
    mutating func insert(_ document: Int) {
        if document < 64 { low |= 1 << UInt64(document) } else { high |= 1 << UInt64(document & 63) }
    }

    @inline(__always)
    mutating func remove(_ document: Int) {
        if document < 64 { low &= ~(1 << UInt64(document)) } else { high &= ~(1 << UInt64(document & 63)) }
    }

    @inline(__always)
    mutating func formUnion(_ other: RangeBits) {
        low |= other.low
        high |= other.high
    }

    @inline(__always)
    mutating func formIntersection(_ other: RangeBits) {
        low &= other.low
        high &= other.high
    }

    /// Ascending.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        var rest = low
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        rest = high
        while rest != 0 {
            body(64 | rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}
