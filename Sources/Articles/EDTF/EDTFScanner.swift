/// The bytes of a text and a place among them.
struct EDTFScanner {
    private let bytes: String.UTF8View
    private var index: String.Index
    /// The next byte; 0, which nothing expects, at the end.
    private(set) var next: UInt8
    private(set) var offset = 0

    /// Fails at the first code point that is not ASCII and at the first beyond `EDTF.maximumBytes`.
    init(_ text: String) throws(EDTF.Failure) {
        bytes = text.utf8
        index = bytes.startIndex
        next = bytes.first ?? 0
        var count = 0
        for byte in bytes {
            guard count < EDTF.maximumBytes else {
                throw EDTF.Failure(reason: "more than \(EDTF.maximumBytes) bytes", offset: count)
            }
            guard byte < 0x80 else { throw EDTF.Failure(reason: "no EDTF", offset: count) }
            count += 1
        }
    }

    var isAtEnd: Bool {
        index == bytes.endIndex
    }

    private mutating func step() {
        bytes.formIndex(after: &index)
        next = isAtEnd ? 0 : bytes[index]
        offset += 1
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        step()
        return true
    }

    /// Two points, or nothing.
    mutating func skipDots() -> Bool {
        let start = self
        if skip(".") && skip(".") { return true }
        self = start
        return false
    }

    mutating func qualifier() -> EDTFQualifier {
        if skip("?") { return .uncertain }
        if skip("~") { return .approximate }
        return skip("%") ? [.uncertain, .approximate] : []
    }

    /// As many digits or `X` as `width`, which is at most 4; `nil` and no step on for fewer.
    mutating func digits(_ width: Int) -> EDTFDigits? {
        let start = self
        var value = 0
        var unspecified: UInt8 = 0
        for _ in 0..<width {
            let byte = next
            let isUnspecified = byte == UInt8(ascii: "X")
            guard isUnspecified || 0x30...0x39 ~= byte else {
                self = start
                return nil
            }
            value = value * 10 + (isUnspecified ? 0 : Int(byte - 0x30))
            unspecified = unspecified << 1 | (isUnspecified ? 1 : 0)
            step()
        }
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
            step()
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
