/// Tells whether bytes are UTF-8 (RFC 3629).
package enum UTF8Validation {
    /// The offset of the first byte that is not part of a scalar; `nil` when all are.
    package static func firstInvalidByte(of text: [UInt8]) -> Int? {
        if text.allSatisfy({ $0 < 0x80 }) { return nil }
        // The standard library's own check is fast; only a text that fails it is searched.
        guard String(validating: text, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var bytes = text.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            offset += UTF8.width(scalar)
        }
        return offset
    }
}
