/// A place in the bytes of a request head; each function reads one part and returns `nil` when it is not all there.
struct HTTP1Cursor {
    private static let longestMethod = 32

    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func skipEmptyLines() {
        while position + 1 < bytes.endIndex, bytes[position] == 0x0d, bytes[position + 1] == 0x0a {
            position += 2
        }
    }

    /// RFC 9110, 5.6.2: a token, then a space.
    mutating func method() throws(HTTP1Error) -> String? {
        let start = position
        // The first half of an empty line.
        if bytes[position...].elementsEqual([0x0d]) { return nil }
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte == 0x20, position > start {
                position += 1
                return String(decoding: bytes[start..<position - 1], as: UTF8.self)
            }
            guard FieldBytes.isToken(byte) else {
                throw start == position ? .notHTTP : .badRequest("the method is no token")
            }
            position += 1
            if position - start > Self.longestMethod { throw .badRequest("the method is too long") }
        }
        return nil
    }

    mutating func target(limit: Int) throws(HTTP1Error) -> String? {
        let start = position
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte == 0x20, position > start {
                position += 1
                return String(decoding: bytes[start..<position - 1], as: UTF8.self)
            }
            guard byte > 0x20, byte < 0x7f else {
                throw .badRequest("the target holds a byte that must be percent-encoded")
            }
            position += 1
            if position - start > limit { throw .targetTooLong }
        }
        return nil
    }

    /// `HTTP/1.x` and the end of the line; returns x.
    mutating func version() throws(HTTP1Error) -> Int? {
        let name = Array("HTTP/".utf8)
        let rest = bytes[position...]
        guard rest.prefix(name.count).elementsEqual(name.prefix(rest.count)) else { throw .notHTTP }
        guard rest.count >= 10 else { return nil }
        let version = Array(rest.dropFirst(5).prefix(5))
        guard version[1] == 0x2e, version[0] &- 0x30 < 10, version[2] &- 0x30 < 10 else {
            throw .badRequest("the version is malformed")
        }
        guard version[0] == 0x31 else { throw .unsupportedVersion }
        guard version[2] <= 0x31 else { throw .unsupportedVersion }
        guard version[3] == 0x0d, version[4] == 0x0a else {
            throw .badRequest("the request line does not end in CR LF")
        }
        position += 10
        return Int(version[2] - 0x30)
    }

    /// Whether the empty line that ends the head comes next, which is skipped then.
    mutating func endOfHead() throws(HTTP1Error) -> Bool? {
        guard position < bytes.endIndex else { return nil }
        guard bytes[position] == 0x0d else { return false }
        guard position + 1 < bytes.endIndex else { return nil }
        guard bytes[position + 1] == 0x0a else { throw .badRequest("a carriage return without a line feed") }
        position += 2
        return true
    }

    /// RFC 9112, 5: `name: value` with no space before the colon and no folded lines.
    mutating func field() throws(HTTP1Error) -> (name: String, value: String)? {
        let start = position
        var index = position
        while index < bytes.endIndex, bytes[index] != 0x3a {
            guard FieldBytes.isToken(bytes[index]) else { throw .badRequest("a field name that is no token") }
            index += 1
        }
        guard index < bytes.endIndex else { return nil }
        guard index > start else { throw .badRequest("a field without a name") }
        let name = bytes[start..<index]
        var end = index + 1
        while end < bytes.endIndex, FieldBytes.isValue(bytes[end]) { end += 1 }
        guard end + 1 < bytes.endIndex else {
            if end < bytes.endIndex, bytes[end] != 0x0d {
                throw .badRequest("a control character in a field")
            }
            return nil
        }
        guard bytes[end] == 0x0d, bytes[end + 1] == 0x0a else {
            throw .badRequest("a control character in a field")
        }
        position = end + 2
        let value = FieldBytes.trimmed(bytes[index + 1..<end])
        return (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    }
}

/// The classes of bytes in fields (RFC 9110, 5.5 and 5.6.2).
enum FieldBytes {
    static func isToken(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 0x40 ? low : high) & (1 << UInt64(byte & 0x3f)) != 0
    }

    static func isValue(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7f || byte == 0x09
    }

    static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
        return value
    }

    private static let low = mask(0)
    private static let high = mask(0x40)

    private static func mask(_ start: UInt8) -> UInt64 {
        let tokens = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        return tokens.utf8.reduce(0) { $1 & 0x40 == start ? $0 | 1 << UInt64($1 & 0x3f) : $0 }
    }
}
