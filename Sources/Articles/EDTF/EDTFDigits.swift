/// A number of up to four decimal digits of which some may be unspecified, `X`.
package struct EDTFDigits: Sendable, Hashable {
    /// The number with 0 for each unspecified digit.
    package let value: Int
    /// One bit for each unspecified digit; bit 0 stands for the ones.
    package let unspecified: UInt8

    /// Digits of `value` that are unspecified are dropped; `nil` for numbers outside 0…9999 and more than four places.
    package init?(_ value: Int, unspecified: UInt8 = 0) {
        guard 0...9999 ~= value, unspecified < 0b1_0000 else { return nil }
        self.value = EDTFDigits.clear(unspecified, in: value)
        self.unspecified = unspecified
    }

    /// The number with 9 for each unspecified digit.
    var largest: Int {
        unspecified == 0 ? value : value + 9999 - EDTFDigits.clear(unspecified, in: 9999)
    }

    /// Whether the specified digits are those of `number`.
    func matches(_ number: Int) -> Bool {
        0...9999 ~= number && EDTFDigits.clear(unspecified, in: number) == value
    }

    /// The numbers of `range`, which lies within 0…63, that it may stand for: bit n for the number n.
    func candidates(in range: ClosedRange<Int>) -> UInt64 {
        if unspecified == 0 { return range.contains(value) ? 1 << UInt64(value) : 0 }
        var bits: UInt64 = 0
        for number in range where matches(number) {
            bits |= 1 << UInt64(number)
        }
        return bits
    }

    private static func clear(_ places: UInt8, in number: Int) -> Int {
        if places == 0 { return number }
        var number = number
        var unit = 1
        for place in 0..<4 {
            if places & (1 << UInt8(place)) != 0 { number -= number / unit % 10 * unit }
            unit *= 10
        }
        return number
    }
}
