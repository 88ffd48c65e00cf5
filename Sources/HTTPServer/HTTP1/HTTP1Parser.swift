import HTTPTypes

/// Why bytes are no HTTP/1 request; the connection ends with it.
enum HTTP1Error: Error, Equatable {
    /// Not HTTP at all: no answer makes sense.
    case notHTTP
    case badRequest(String)
    case targetTooLong
    case headersTooLarge
    case bodyTooLarge
    case unknownTransferCoding
    case unsupportedVersion
}

/// Reads request heads of HTTP/1.0 and 1.1 (RFC 9112), strictly: what two parsers could read differently is refused.
struct HTTP1Parser {
    struct Limits {
        var targetBytes: Int
        var headerBytes: Int
        var bodyBytes: Int
    }

    let limits: Limits

    /// The head at the start of `bytes` and its length; `nil` when more bytes are needed.
    func head(in bytes: ArraySlice<UInt8>) throws(HTTP1Error) -> (head: HTTP1Head, length: Int)? {
        var cursor = HTTP1Cursor(bytes)
        // RFC 9112, 2.2: an empty line before the request line is ignored.
        cursor.skipEmptyLines()
        guard let line = try requestLine(&cursor) else { return try incomplete(bytes) }
        var head = HTTP1Head(method: line.method, target: line.target, minorVersion: line.minor)
        while let isEnd = try cursor.endOfHead() {
            if isEnd {
                try head.finish(limits)
                return (head, cursor.position - bytes.startIndex)
            }
            guard let (name, value) = try cursor.field() else { break }
            guard cursor.position - bytes.startIndex <= limits.headerBytes + limits.targetBytes else {
                throw .headersTooLarge
            }
            try head.add(name, value)
        }
        return try incomplete(bytes)
    }

    private func incomplete(
        _ bytes: ArraySlice<UInt8>
    ) throws(HTTP1Error) -> (head: HTTP1Head, length: Int)? {
        if bytes.count > limits.headerBytes { throw .headersTooLarge }
        return nil
    }

    private typealias RequestLine = (method: String, target: String, minor: Int)

    private func requestLine(_ cursor: inout HTTP1Cursor) throws(HTTP1Error) -> RequestLine? {
        guard let method = try cursor.method() else { return nil }
        guard let target = try cursor.target(limit: limits.targetBytes) else { return nil }
        guard let minor = try cursor.version() else { return nil }
        return (method, target, minor)
    }
}
