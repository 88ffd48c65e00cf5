import HTTPTypes

/// A request head of HTTP/1, and what it says of the body and the connection.
final class HTTP1Head {
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
    private var upgrade = HTTP2Upgrade()
    private var hostCount = 0
    private var hasLength = false
    /// The transfer codings in order, in lower case.
    private var codings: [Substring] = []
    private var hasCodings = false

    init(method: HTTPRequest.Method, target: String, minorVersion: Int) {
        request = Request(method: method, target: target, version: minorVersion == 0 ? .http10 : .http11)
    }

    func add(_ name: HTTPField.Name, _ value: String) throws(HTTP1Error) {
        request.fields.append(HTTPField(name: name, value: value))
        switch name {
        case .contentLength: try addLength(value)
        case .transferEncoding:
            hasCodings = true
            codings += Self.list(value)
        case .connection:
            for option in Self.list(value) {
                switch option {
                case "close": closes = true
                case "keep-alive": staysOpen = true
                default: upgrade.add(option: option)
                }
            }
        case .expect:
            guard request.version != .http10 else { break }
            // RFC 9110, 10.1.1: another expectation can't be met.
            guard value.lowercased() == "100-continue" else { throw .unknownExpectation }
            expectsContinue = true
        case .host:
            hostCount += 1
            guard HTTP1Host.isValid(value) else { throw .badRequest("the Host field is malformed") }
        case .upgrade: upgrade.add(protocols: Self.list(value))
        case HTTP2Upgrade.settingsName: upgrade.add(settings: value)
        default: break
        }
    }

    /// The members of a list (RFC 9110, 5.6.1), in lower case.
    private static func list(_ value: String) -> [Substring] {
        value.lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }
    }

    /// RFC 9112, 6.3: a single decimal number; the same one repeated in a list is refused as well.
    private func addLength(_ value: String) throws(HTTP1Error) {
        guard !hasLength, !value.isEmpty, value.utf8.allSatisfy({ $0 &- 0x30 < 10 }), value.utf8.count <= 18,
            let length = Int(value)
        else { throw .badRequest("the Content-Length is malformed") }
        hasLength = true
        framing = .length(length)
    }

    /// Checks that the parts fit, when all fields are there.
    func finish(_ limits: HTTP1Parser.Limits) throws(HTTP1Error) {
        let isFirst = request.version == .http10
        guard hostCount == 1 || isFirst && hostCount == 0 else {
            throw .badRequest("the request needs exactly one Host field")
        }
        if hasCodings { try takeCodings(isFirst) }
        if case .length(let length) = framing, length > limits.bodyBytes { throw .bodyTooLarge }
        try takeTarget()
    }

    private func takeCodings(_ isFirst: Bool) throws(HTTP1Error) {
        // RFC 9112, 6.1: both fields, or a coding in HTTP/1.0, are how requests are smuggled.
        guard !hasLength else { throw .badRequest("both Content-Length and Transfer-Encoding") }
        guard !isFirst else { throw .badRequest("Transfer-Encoding in HTTP/1.0") }
        // RFC 9112, 6.3: what does not end in 'chunked' has no end that can be told.
        guard codings.last == "chunked", codings.dropLast().allSatisfy({ $0 != "chunked" }) else {
            throw .badRequest("the last transfer coding, and only that, must be 'chunked'")
        }
        guard codings.count == 1 else { throw .unknownTransferCoding }
        framing = .chunked
    }

    /// RFC 9112, 3.2: the origin form, the absolute form made into one, or the asterisk of OPTIONS.
    private func takeTarget() throws(HTTP1Error) {
        let target = request.target
        if request.method == .connect {
            guard HTTP1Host.isValid(target), target.contains(":") else {
                throw .badRequest("the target of CONNECT is no authority")
            }
            throw .unknownMethod
        }
        if target.utf8.first == 0x2f || target == "*" && request.method == .options { return }
        let lower = target.prefix(8).lowercased()
        guard let scheme = ["http://", "https://"].first(where: { lower.hasPrefix($0) }) else {
            throw .badRequest("the target is no path")
        }
        let rest = target.dropFirst(scheme.count)
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        guard !authority.isEmpty, authority.first != ":", HTTP1Host.isValid(authority) else {
            throw .badRequest("the authority of the target is malformed")
        }
        // RFC 9112, 3.2.2: it takes the place of Host.
        request.fields[.host] = String(authority)
        let path = rest[authorityEnd...]
        if path.isEmpty {
            // RFC 9112, 3.2.4: no path at all is what the asterisk was before a proxy.
            request.target = request.method == .options ? "*" : "/"
        } else {
            request.target = (path.first == "?" ? "/" : "") + path
        }
    }

    /// Of a request without a body that asks to go on with HTTP/2: the payload of its settings.
    var upgradeSettings: [UInt8]? {
        request.version == .http11 && framing == .length(0) ? upgrade.settings : nil
    }

    /// Whether all there is to the request is its head.
    var isWhole: Bool { framing == .length(0) && !expectsContinue && upgrade.settings == nil }

    /// Its request, once it is finished.
    private(set) lazy var shared = RequestHead(request)
}
