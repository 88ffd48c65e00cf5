/// The bytes of a text and a place among them.
struct EDTFScanner {
    private var bytes = InlineArray<256, UInt8>(repeating: 0)
    private var count = 0
    private(set) var offset = 0

    /// Fails at the first code point that is not ASCII and at the first beyond `EDTF.maximumBytes`.
    init(_ text: String) throws(EDTF.Failure) {
        for byte in text.utf8 {
            guard count < EDTF.maximumBytes else {
                throw EDTF.Failure(reason: "more than \(EDTF.maximumBytes) bytes", offset: count)
            }
            guard byte < 0x80 else { throw EDTF.Failure(reason: "no EDTF", offset: count) }
            bytes[count] = byte
            count += 1
        }
    }

    var isAtEnd: Bool {
        offset == count
    }

    /// The next byte; 0, which nothing expects, at the end.
    var next: UInt8 {
        offset < count ? bytes[offset] : 0
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        offset += 1
        return true
    }

    mutating func skipDots() -> Bool {
        guard offset + 1 < count, bytes[offset] == UInt8(ascii: "."), bytes[offset + 1] == UInt8(ascii: ".")
        else { return false }
        offset += 2
        return true
    }

    mutating func qualifier() -> EDTFQualifier {
        if skip("?") { return .uncertain }
        if skip("~") { return .approximate }
        return skip("%") ? [.uncertain, .approximate] : []
    }

    /// As many digits or `X` as `width`, which is at most 4; `nil` and no step on for fewer.
    mutating func digits(_ width: Int) -> EDTFDigits? {
        guard offset + width <= count else { return nil }
        var value = 0
        var unspecified: UInt8 = 0
        for index in offset..<offset + width {
            let byte = bytes[index]
            let isUnspecified = byte == UInt8(ascii: "X")
            guard isUnspecified || 0x30...0x39 ~= byte else { return nil }
            value = value * 10 + (isUnspecified ? 0 : Int(byte - 0x30))
            unspecified = unspecified << 1 | (isUnspecified ? 1 : 0)
        }
        offset += width
        return EDTFDigits(value, unspecified: unspecified)
    }

    var isAtDigit: Bool {
        0x30...0x39 ~= next || next == UInt8(ascii: "X")
    }

    /// A positive number without leading zeros of at most `maximum` digits, which is at most 18.
    mutating func positive(_ what: String, maximum: Int) throws(EDTF.Failure) -> Int {
        let start = offset
        var value = 0
        while 0x30...0x39 ~= next, offset - start < maximum {
            value = value * 10 + Int(next - 0x30)
            if value == 0 { break }
            offset += 1
        }
        guard offset > start, !(0x30...0x39 ~= next) else {
            throw EDTF.Failure(
                reason: "\(what) is a number of 1 to \(maximum) digits that starts with no 0", offset: start)
        }
        return value
    }

    func failure(_ reason: String) -> EDTF.Failure {
        EDTF.Failure(reason: reason, offset: offset)
    }
}
