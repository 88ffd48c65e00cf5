/// Writes JSON (RFC 8259) as UTF-8 bytes: no escapes but the required ones, no white space.
///
/// Commas and colons are put in where they belong; that every `begin…` has its `end…` and every member a key is up to the
/// caller. Values after `newline` start a new document, as in NDJSON.
package struct JSONWriter: ~Copyable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package init(reservingCapacity capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    // MARK: Structure

    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    package mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    package mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

    package mutating func object<Failure: Error>(
        _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginObject()
        try members(&self)
        endObject()
    }

    package mutating func array<Failure: Error>(
        _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginArray()
        try elements(&self)
        endArray()
    }

    /// The name of the next member; it is followed by its value.
    package mutating func key(_ name: StaticString) {
        separate()
        unsafe escape(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: ":"))
    }

    /// The name of the next member, not known before; it is followed by its value.
    package mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Ends a line of NDJSON.
    package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    // MARK: Values

    package mutating func string(_ value: String) {
        separate()
        var value = value
        value.withUTF8 { unsafe escape($0) }
    }

    /// A string of UTF-8 bytes; they must be valid.
    package mutating func string(utf8 value: [UInt8]) {
        string(utf8: value[...])
    }

    /// A string of UTF-8 bytes; they must be valid.
    package mutating func string(utf8 value: ArraySlice<UInt8>) {
        separate()
        unsafe value.withUnsafeBufferPointer { unsafe escape($0) }
    }

    package mutating func integer(_ value: some BinaryInteger) {
        separate()
        let start = bytes.count
        var rest = UInt64(clamping: value.magnitude)
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes[start...].reverse()
    }

    /// The shortest digits that read back as `value`; `null` for what JSON has no number for.
    package mutating func double(_ value: Double) {
        number(value.isFinite ? value.description : "null")
    }

    /// The shortest digits that read back as `value`; `null` for what JSON has no number for.
    package mutating func float(_ value: Float) {
        number(value.isFinite ? value.description : "null")
    }

    package mutating func bool(_ value: Bool) { number(value ? "true" : "false") }

    package mutating func null() { number("null") }

    /// A complete JSON value that was written before.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    private mutating func number(_ digits: String) {
        separate()
        bytes.append(contentsOf: digits.utf8)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
    }

    /// A comma, unless this is the first of its object, array or line, or the value of a key. A string's last byte is its
    /// quotation mark, so the last byte tells.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    // MARK: Strings

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var clean = 0
        var position = 0
        while true {
            position = unsafe JSONWriter.firstToEscape(in: text, from: position)
            let run = unsafe UnsafeBufferPointer(rebasing: text[clean..<position])
            unsafe bytes.append(contentsOf: run)
            guard position < text.count else { break }
            appendEscape(of: unsafe text[position])
            position += 1
            clean = position
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The first byte that RFC 8259, section 7, wants escaped: controls, `"` and `\`; eight bytes at a time.
    private static func firstToEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        let raw = UnsafeRawBufferPointer(text)
        while position &+ 8 <= text.count {
            let word = unsafe raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            if needsEscape(word) { break }
            position &+= 8
        }
        while position < text.count {
            let byte = unsafe text[position]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            position &+= 1
        }
        return position
    }

    /// Whether one of the eight bytes needs an escape (may be true without, when a byte before it does).
    private static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5c)
        let controls = (word &- (ones &* 0x20)) & ~word
        let marks = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        return (controls | marks) & (ones &* 0x80) != 0
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0a: bytes.append(UInt8(ascii: "n"))
        case 0x0c: bytes.append(UInt8(ascii: "f"))
        case 0x0d: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            bytes.append(JSONWriter.hexadecimalDigit(byte & 15))
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
