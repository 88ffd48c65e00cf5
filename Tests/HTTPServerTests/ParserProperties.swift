import HTTPTypes

@testable import HTTPServer

/// What holds for any bytes, each with the input of a fuzzer: `nil`, or what does not hold.
enum ParserProperties {
    static let all: [(name: String, check: @Sendable ([UInt8]) -> String?)] = [
        ("request", request), ("chunks", chunks), ("target", target), ("field", field), ("http2", http2),
    ]

    /// The first byte says how the rest is cut.
    private static func cut(_ bytes: [UInt8]) -> (pieces: Int, rest: [UInt8]) {
        guard let first = bytes.first else { return (1, []) }
        return (Int(first) % 64 + 1, Array(bytes.dropFirst()))
    }

    /// A connection of HTTP/1 says the same however its bytes are cut.
    static func request(_ bytes: [UInt8]) -> String? {
        let (size, bytes) = cut(bytes)
        let whole = HTTP1Exchange(bytes)
        for pieces in [size, 1] {
            let other = HTTP1Exchange(bytes, pieces: pieces)
            guard whole.requests.map(\.body) == other.requests.map(\.body),
                whole.requests.map(\.target) == other.requests.map(\.target),
                whole.requests.map(\.fields) == other.requests.map(\.fields)
            else { return "other requests in pieces of \(pieces)" }
            // Which of two faults is told may depend on which is seen first, and a line that can't become a request may be refused
            // before its end.
            let isRefused = HTTP1Exchange(bytes + Array("\r\n\r\n".utf8)).isClosed
            guard whole.isClosed == other.isClosed || isRefused else {
                return "closed or not, in pieces of \(pieces)"
            }
        }
        return nil
    }

    /// A chunked body is the same however its bytes are cut.
    static func chunks(_ bytes: [UInt8]) -> String? {
        let (size, bytes) = cut(bytes)
        let whole = decode(bytes, pieces: max(bytes.count, 1))
        for pieces in [size, 1] where decode(bytes, pieces: pieces) != whole {
            return "another body in pieces of \(pieces)"
        }
        return nil
    }

    /// The body, or what of it came before an end that was none; an error has no body.
    private static func decode(_ bytes: [UInt8], pieces size: Int) -> [UInt8]? {
        var decoder = ChunkedDecoder(limit: 1 << 16, trailerLimit: 1 << 10)
        var waiting: [UInt8] = []
        do {
            for start in stride(from: 0, to: bytes.count, by: size) {
                waiting += bytes[start..<min(start + size, bytes.count)]
                let (length, isComplete) = try decoder.read(waiting[...])
                waiting.removeFirst(length)
                if isComplete { return decoder.body + [1] }
            }
            return decoder.body + [0]
        } catch {
            return nil
        }
    }

    /// A target is answered, and what percent-decoding gives is what encoding it again gives.
    static func target(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let request = Request(method: .get, target: "/" + text)
        guard HTTP1Exchange.router.respond(to: request).status.code >= 200 else { return "no answer" }
        for part in [request.path, request.query ?? ""] {
            guard let decoded = PercentCoding.decode(part) else { continue }
            guard PercentCoding.decode(Substring(PercentCoding.encode(decoded))) == decoded else {
                return "another text after encoding and decoding"
            }
        }
        return nil
    }

    /// The field, host and settings of any line are read without harm, and names are those that the library makes.
    static func field(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        _ = HTTP1Host.isValid(text)
        _ = HTTP2Upgrade.decode(text)
        _ = HTTP2Library.debianVersion(in: text)
        if let known = FieldName.known(bytes), known != HTTPField.Name(text) { return "another name" }
        let line = bytes.filter(FieldBytes.isValue)
        guard let (name, value) = try? HTTP1Line.field(line[...]) else { return nil }
        let asSent = line.prefix { $0 != 0x3a }
        guard HTTPField.Name(String(decoding: asSent, as: UTF8.self)) == name else { return "another name" }
        return value.utf8.first == 0x20 || value.utf8.last == 0x20 ? "space around a value" : nil
    }

    /// Any frames end in requests, a wait or the end of the connection.
    static func http2(_ bytes: [UInt8]) -> String? {
        let session = HTTP2Session(limits: HTTP2Session.Limits(bodyBytes: 1 << 20), heads: HeadTable())
        guard session.receive((HTTP2Frames.preface + HTTP2Frames.frame(HTTP2Frames.settings))[...]) else {
            return "the preface is refused"
        }
        _ = session.receive(bytes[...])
        var output: [UInt8] = []
        while let event = session.takeEvent() {
            session.answer(event.stream, Response(status: .ok, body: [1, 2, 3]), date: Array("now".utf8))
        }
        _ = session.send(into: &output, limit: 1 << 20)
        session.now = 1_000
        session.endStalled()
        _ = session.send(into: &output, limit: 1 << 20)
        return session.bodyBytes < 0 || session.answerBytes < 0 ? "bytes below none" : nil
    }
}
