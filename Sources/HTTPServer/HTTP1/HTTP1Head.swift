import HTTPTypes

/// A request head of HTTP/1, and what it says of the body and the connection.
struct HTTP1Head {
    enum Framing: Equatable {
        case length(Int)
        case chunked
    }

    private(set) var request: Request
    private(set) var framing = Framing.length(0)
    /// RFC 9112, 9.3: `close` wins over `keep-alive`, which HTTP/1.0 needs.
    var keepsAlive: Bool { !closes && (staysOpen || request.version != .http10) }
    private var closes = false
    private var staysOpen = false
    private(set) var expectsContinue = false
    private var hostCount = 0
    private static let host = HTTPField.Name("Host")
    private var hasLength = false

    init(method: String, target: String, minorVersion: Int) {
        request = Request(
            method: HTTPRequest.Method(method) ?? .get, target: target,
            version: minorVersion == 0 ? .http10 : .http11)
    }

    mutating func add(_ name: String, _ value: String) throws(HTTP1Error) {
        guard let fieldName = HTTPField.Name(name) else { throw .badRequest("a field name that is none") }
        request.fields.append(HTTPField(name: fieldName, value: value))
        switch fieldName {
        case .contentLength: try addLength(value)
        case .transferEncoding:
            guard framing != .chunked, value.lowercased() == "chunked" else { throw .unknownTransferCoding }
            framing = .chunked
        case .connection:
            for option in value.lowercased().split(separator: ",") {
                switch option.drop(while: { $0 == " " }).prefix(while: { $0 != " " }) {
                case "close": closes = true
                case "keep-alive": staysOpen = true
                default: break
                }
            }
        case .expect: expectsContinue = value.lowercased() == "100-continue"
        case Self.host:
            hostCount += 1
            guard Self.isHost(value) else { throw .badRequest("the Host field is malformed") }
        default: break
        }
    }

    /// RFC 9112, 6.3: a single decimal number, or the same one repeated in a list is refused as well.
    private mutating func addLength(_ value: String) throws(HTTP1Error) {
        guard !hasLength, !value.isEmpty, value.utf8.allSatisfy({ $0 &- 0x30 < 10 }), value.utf8.count <= 18,
            let length = Int(value)
        else { throw .badRequest("the Content-Length is malformed") }
        hasLength = true
        if framing != .chunked { framing = .length(length) }
    }

    /// RFC 9110, 7.2: host, and port after a colon; empty is allowed.
    private static func isHost(_ value: String) -> Bool {
        value.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7f && !"/?#@\\<>\"{}|^`".utf8.contains(byte)
        }
    }

    /// Checks that the parts fit, when all fields are there.
    mutating func finish(_ limits: HTTP1Parser.Limits) throws(HTTP1Error) {
        let isFirst = request.version == .http10
        guard hostCount == 1 || isFirst && hostCount == 0 else {
            throw .badRequest("the request needs exactly one Host field")
        }
        if framing == .chunked {
            // RFC 9112, 6.1: both fields, or a coding in HTTP/1.0, are how requests are smuggled.
            guard !hasLength else { throw .badRequest("both Content-Length and Transfer-Encoding") }
            guard !isFirst else { throw .badRequest("Transfer-Encoding in HTTP/1.0") }
        }
        if case .length(let length) = framing, length > limits.bodyBytes { throw .bodyTooLarge }
        if isFirst { expectsContinue = false }
        try takeOriginForm()
    }

    /// RFC 9112, 3.2: the origin form, the absolute form made into one, or the asterisk of OPTIONS.
    private mutating func takeOriginForm() throws(HTTP1Error) {
        let target = request.target
        if target.hasPrefix("/") || target == "*" && request.method == .options { return }
        let lower = target.prefix(8).lowercased()
        guard let scheme = ["http://", "https://"].first(where: { lower.hasPrefix($0) }) else {
            throw .badRequest("the target is no path")
        }
        let rest = target.dropFirst(scheme.count)
        guard let authorityEnd = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else {
            request.target = "/"
            return
        }
        request.target = (rest[authorityEnd] == "?" ? "/" : "") + rest[authorityEnd...]
    }

    consuming func request(withBody body: [UInt8]) -> Request {
        var request = request
        request.body = body
        return request
    }
}
