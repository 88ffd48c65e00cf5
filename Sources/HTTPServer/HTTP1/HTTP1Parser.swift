import HTTPTypes

/// Why bytes are no HTTP/1 request; the connection ends with it.
enum HTTP1Error: Error, Equatable {
    /// Not HTTP at all: no answer makes sense.
    case notHTTP
    case badRequest(String)
    case targetTooLong
    case headersTooLarge
    case bodyTooLarge
    case unknownMethod
    case unknownTransferCoding
    case unsupportedVersion
    case unknownExpectation
}

/// Reads request heads of HTTP/1.0 and 1.1 (RFC 9112), strictly: what two parsers could read differently is refused.
///
/// Works line by line and remembers how far it has looked, so that the cost is linear however the bytes are cut.
struct HTTP1Parser {
    struct Limits {
        var targetBytes: Int
        var headerBytes: Int
        var bodyBytes: Int
    }

    /// Lines before the request line that may be empty.
    private static let longestGap = 4
    /// What a request line holds besides its target: the method and the version.
    private static let lineExtra = 64

    private static let mostFields = 2_000

    let limits: Limits
    private var head: HTTP1Head?
    private var emptyLines = 0
    /// Bytes of the current line that are known not to end it.
    private var scanned = 0
    private var fieldBytes = 0
    private var fieldCount = 0

    init(limits: Limits) {
        self.limits = limits
    }

    /// Reads lines from the start of `bytes`; the next call gets what this one has left. Returns how many bytes were read,
    /// and the head when it is complete.
    mutating func read(_ bytes: ArraySlice<UInt8>) throws(HTTP1Error) -> (length: Int, head: HTTP1Head?) {
        var start = bytes.startIndex
        while let end = try lineEnd(in: bytes[start...]) {
            let line = bytes[start..<end]
            start = end + 2
            if head != nil {
                fieldBytes += line.count + 2
                guard fieldBytes <= limits.headerBytes else { throw .headersTooLarge }
                if line.isEmpty { return (start - bytes.startIndex, try finish()) }
                fieldCount += 1
                guard fieldCount <= Self.mostFields else { throw .headersTooLarge }
                let (name, value) = try HTTP1Line.field(line)
                try head?.add(name, value)
            } else if line.isEmpty {
                // RFC 9112, 2.2: an empty line before the request line is ignored.
                emptyLines += 1
                guard emptyLines <= Self.longestGap else { throw .badRequest("nothing but empty lines") }
            } else {
                head = try HTTP1Line.request(line, targetLimit: limits.targetBytes)
            }
        }
        return (start - bytes.startIndex, nil)
    }

    /// Whether nothing of a head was read yet.
    var isFresh: Bool { head == nil && emptyLines == 0 && scanned == 0 }

    /// Whether a request line was read.
    var isInside: Bool { head != nil }

    /// Where the CR LF of the first line is; `nil` when it is not there yet.
    private mutating func lineEnd(in bytes: ArraySlice<UInt8>) throws(HTTP1Error) -> Int? {
        let from = bytes.startIndex + scanned
        let end = bytes.span.firstControl(from: scanned).map { bytes.startIndex + $0 } ?? bytes.endIndex
        try checkLength(of: bytes, upTo: end)
        guard end + 1 < bytes.endIndex else {
            if end < bytes.endIndex, bytes[end] != 0x0d { throw failure(at: end == bytes.startIndex) }
            scanned = max(end, from) - bytes.startIndex
            if head == nil { try HTTP1Line.check(partialRequest: bytes) }
            return nil
        }
        guard bytes[end] == 0x0d, bytes[end + 1] == 0x0a else {
            throw failure(at: end == bytes.startIndex)
        }
        scanned = 0
        return end
    }

    private func failure(at isStart: Bool) -> HTTP1Error {
        isStart && head == nil
            ? .notHTTP : .badRequest("a control character, or a line that does not end in CR LF")
    }

    private func checkLength(of bytes: ArraySlice<UInt8>, upTo end: Int) throws(HTTP1Error) {
        let length = end - bytes.startIndex
        if head == nil {
            guard length <= limits.targetBytes + Self.lineExtra else { throw .targetTooLong }
        } else {
            guard fieldBytes + length <= limits.headerBytes else { throw .headersTooLarge }
        }
    }

    private mutating func finish() throws(HTTP1Error) -> HTTP1Head? {
        defer { self = HTTP1Parser(limits: limits) }
        try head?.finish(limits)
        return head
    }
}

extension Span<UInt8> {
    /// The first byte from `start` on that can't stand in a line: a control character but the tab (RFC 9110, 5.5).
    fileprivate func firstControl(from start: Int) -> Int? {
        var index = start
        while index < count {
            if !FieldBytes.isValue(self[index]) { return index }
            index += 1
        }
        return nil
    }
}
