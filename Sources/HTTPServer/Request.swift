package import HTTPTypes

/// A request with its whole body, read within the server's limits.
package struct Request: Sendable {
    package enum Version: Sendable, Hashable {
        case http10, http11, http2
    }

    package var method: HTTPRequest.Method
    /// The path and query as sent: origin form (RFC 9112, 3.2.1), at most 8 KiB.
    package var target: String
    package var fields: HTTPFields
    /// Decoded from its transfer coding; empty when there is none.
    package var body: [UInt8]
    package var version: Version
    /// Where it came from; `nil` when that is no IP address.
    package var peer: PeerAddress?
    /// The pattern of its path, set by the router; `nil` when there is no such path.
    package var pattern: String?
    /// Names the request in answers and logs; set by middleware.
    package var id: String?
    /// What it is a part of (W3C Trace Context); set by middleware.
    package var trace: TraceContext?
    /// Who asks, as middleware found out; the server does not look at it.
    package var caller: (any AnyObject & Sendable)?
    /// It is answered with a problem without having come to a route; middleware only dresses the answer.
    package var isRefused = false
    /// An answer that was known before any work began; see `Router.known`.
    package var known: KnownAnswer?
    /// What is remembered of requests with the same head; only of those without a body.
    package var memo: RequestMemo?

    package init(
        method: HTTPRequest.Method, target: String, fields: HTTPFields = [:], body: [UInt8] = [],
        version: Version = .http11
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
        self.version = version
    }

    /// The target up to its query, still percent-encoded.
    package var path: Substring {
        target[..<(target.utf8.firstIndex(of: 0x3f) ?? target.endIndex)]
    }

    /// The target after the first `?`, still percent-encoded; `nil` without one.
    package var query: Substring? {
        guard let mark = target.utf8.firstIndex(of: 0x3f) else { return nil }
        return target[target.utf8.index(after: mark)...]
    }
}
