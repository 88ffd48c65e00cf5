/// The extensions after a chunk's size (RFC 9112, 7.1.1), which are skipped but must be well formed.
enum ChunkExtensions {
    /// `;name`, `;name=value` or `;name="value"`, any number of them.
    static func areValid(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while let first = rest.popFirst() {
            guard first == 0x3b, skipToken(&rest) else { return false }
            skipSpace(&rest)
            guard rest.first == 0x3d else { continue }
            rest.removeFirst()
            skipSpace(&rest)
            guard rest.first == 0x22 ? skipQuoted(&rest) : skipToken(&rest) else { return false }
            skipSpace(&rest)
        }
        return true
    }

    private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }

    private static func skipToken(_ rest: inout ArraySlice<UInt8>) -> Bool {
        skipSpace(&rest)
        let length = rest.count
        rest = rest.drop(while: FieldBytes.isToken)
        return rest.count < length
    }

    /// RFC 9110, 5.6.4: a backslash takes the next byte as it is.
    private static func skipQuoted(_ rest: inout ArraySlice<UInt8>) -> Bool {
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte == 0x22 { return true }
            if byte == 0x5c, rest.popFirst() == nil { return false }
        }
        return false
    }
}
