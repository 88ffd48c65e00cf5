import HTTPTypes

/// Takes single lines of a request head apart; they hold no control characters but tabs, and not their CR LF.
enum HTTP1Line {
    /// RFC 9110, 9.3; RFC 5789 (PATCH); QUERY as in draft-ietf-httpbis-safe-method-w-body.
    private static let methods: [(bytes: [UInt8], method: HTTPRequest.Method)] = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY",
    ].map { (Array($0.utf8), HTTPRequest.Method($0) ?? .get) }
    private static let version = Array("HTTP/".utf8)

    /// RFC 9112, 3: method, target and version, with one space between them.
    static func request(_ line: ArraySlice<UInt8>, targetLimit: Int) throws(HTTP1Error) -> HTTP1Head {
        guard let methodEnd = line.firstIndex(of: 0x20) else { throw malformed(line) }
        let method = line[..<methodEnd]
        guard !method.isEmpty, method.allSatisfy(FieldBytes.isToken) else { throw malformed(line) }
        let rest = line[(methodEnd + 1)...]
        guard let targetEnd = rest.firstIndex(of: 0x20) else { throw malformed(line) }
        let target = rest[..<targetEnd]
        let versionText = rest[(targetEnd + 1)...]
        guard versionText.starts(with: version) || !mentionsHTTP(line) else {
            throw .badRequest("the request line is malformed")
        }
        let minorVersion = try minorVersion(versionText)
        // RFC 9110, 9.1: a method that is not known is answered 501.
        guard let known = Self.method(method) else { throw .unknownMethod }
        guard target.count <= targetLimit else { throw .targetTooLong }
        guard !target.isEmpty, target.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x23 }) else {
            throw .badRequest("the target is empty or holds a byte that must be percent-encoded")
        }
        return HTTP1Head(
            method: known, target: String(decoding: target, as: UTF8.self),
            minorVersion: minorVersion)
    }

    /// Looks at the end of a request line that is not all there: a wrong version needs no end of line to be wrong.
    static func check(partialRequest line: ArraySlice<UInt8>) throws(HTTP1Error) {
        let end = line.suffix(16)
        guard let space = end.lastIndex(of: 0x20) else { return }
        let text = end[(space + 1)...]
        guard text.count >= 8, text.starts(with: version) else { return }
        _ = try minorVersion(text.last == 0x0d ? text.dropLast() : text)
    }

    /// `HTTP/1.x`; returns x.
    private static func minorVersion(_ text: ArraySlice<UInt8>) throws(HTTP1Error) -> Int {
        guard text.starts(with: version) else { throw .notHTTP }
        let number = text.dropFirst(version.count)
        guard number.count == 3, let major = number.first, let minor = number.last, major &- 0x30 < 10,
            number[number.startIndex + 1] == 0x2e, minor &- 0x30 < 10
        else { throw .badRequest("the version is malformed") }
        guard major == 0x31 else { throw .unsupportedVersion }
        // RFC 9110, 2.5: a later minor version is read as the latest that is known.
        return Int(min(minor, 0x31) - 0x30)
    }

    /// A line that is no request line: one without a method is nothing of HTTP.
    private static func malformed(_ line: ArraySlice<UInt8>) -> HTTP1Error {
        guard let first = line.first, FieldBytes.isToken(first) || mentionsHTTP(line) else { return .notHTTP }
        return .badRequest("the request line is malformed")
    }

    /// The method that `bytes` spell, when it is known here.
    static func method(_ bytes: some Collection<UInt8>) -> HTTPRequest.Method? {
        methods.first { $0.bytes.elementsEqual(bytes) }?.method
    }

    private static func mentionsHTTP(_ line: ArraySlice<UInt8>) -> Bool {
        var rest = line.suffix(64)
        while rest.count >= version.count {
            if zip(rest, version).allSatisfy({ $0 == $1 || $0 == $1 | 0x20 }) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// RFC 9112, 5: `name: value` with no space before the colon and no folded lines.
    static func field(_ line: ArraySlice<UInt8>) throws(HTTP1Error) -> (
        name: HTTPField.Name, value: String
    ) {
        guard let colon = line.firstIndex(of: 0x3a), colon > line.startIndex,
            let name = name(line[..<colon])
        else { throw .badRequest("a field name that is no token") }
        let value = FieldBytes.trimmed(line[(colon + 1)...])
        return (name, String(decoding: value, as: UTF8.self))
    }

    private static func name(_ bytes: ArraySlice<UInt8>) -> HTTPField.Name? {
        if let known = FieldName.known(bytes) { return known }
        guard bytes.allSatisfy(FieldBytes.isToken) else { return nil }
        return HTTPField.Name(String(decoding: bytes, as: UTF8.self))
    }
}
