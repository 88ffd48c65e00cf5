import CNGHTTP2
import HTTPTypes

// What nghttp2 reports of requests.
extension HTTP2Session {
    func began(_ id: Int32) {
        let stream = HTTP2Stream(id: id, now: now)
        streams[id] = stream
        current = stream
    }

    /// The stream of this id; nearly always the one asked for last.
    private func stream(_ id: Int32) -> HTTP2Stream? {
        if let current, current.id == id { return current }
        return streams[id]
    }

    /// Returns false when the stream must be reset.
    func received(_ id: Int32, _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        guard let stream = stream(id) else { return true }
        stream.headerBytes += name.count + value.count + 32
        if stream.headerBytes > limits.headerBytes {
            stream.problem = Problem(.headersTooLarge)
            return stream.headerBytes <= 2 * limits.headerBytes
        }
        guard unsafe name.first == 0x3a else {
            // RFC 9113, 8.2.1: names are in lower case, which nghttp2 has seen to.
            if let name = unsafe FieldName.known(name) ?? HTTPField.Name(text(name)) {
                if name == .host, stream.hasAuthority { return true }
                unsafe stream.fields.append(HTTPField(name: name, value: text(value)))
            }
            return true
        }
        switch unsafe name.dropFirst().first {
        case 0x6d: stream.method = unsafe text(value)
        case 0x70:
            stream.path = unsafe text(value)
            if value.count > limits.targetBytes { stream.problem = Problem(.targetTooLong) }
            if unsafe value.contains(where: { $0 <= 0x20 || $0 >= 0x7f || $0 == 0x23 }) {
                stream.problem = Problem(.badRequest("the path holds a byte that must be percent-encoded"))
            }
        // RFC 9113, 8.3.1: the authority takes the place of Host.
        case 0x61: unsafe take(authority: text(value), stream)
        default: break
        }
        return true
    }

    private func take(authority: String, _ stream: HTTP2Stream) {
        stream.fields.append(HTTPField(name: .host, value: authority))
        stream.hasAuthority = true
        if !HTTP1Host.isValid(authority) {
            stream.problem = Problem(.badRequest("the authority is malformed"))
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// Returns false when the stream must be reset.
    func received(_ id: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let stream = stream(id), !stream.isHandedOver else { return true }
        guard bodyBytes + bytes.count <= limits.bodyBytes else {
            hand(over: stream, Problem(.bodyTooLarge))
            return true
        }
        bodyBytes += bytes.count
        stream.touched = now
        unsafe stream.body.append(contentsOf: bytes)
        return true
    }

    func receivedHead(_ id: Int32) {
        guard let stream = stream(id) else { return }
        idleFrames.forgive(2)
        if let problem = stream.problem { hand(over: stream, problem) }
    }

    func receivedEnd(_ id: Int32) {
        guard let stream = stream(id), !stream.isHandedOver else { return }
        guard stream.path.hasPrefix("/") || stream.path == "*" && stream.method == "OPTIONS" else {
            let isConnect = stream.method == "CONNECT"
            return hand(
                over: stream, Problem(isConnect ? .unknownMethod : .badRequest("the target is no path")))
        }
        stream.isHandedOver = true
        bodyBytes -= stream.body.count
        stream.isBeingAnswered = true
        stream.touched = now
        add(.request(stream: id, stream.takeRequest()))
    }

    func closed(_ id: Int32) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        if current === stream { current = nil }
        stream.cancel()
        answerBytes -= stream.unsent
        if !stream.isHandedOver { bodyBytes -= stream.body.count }
    }

    /// Goes on after a request of HTTP/1.1 (RFC 7540, 3.2.1), which is the first stream. Returns false when the settings
    /// are none; the session is of no use then.
    func upgrade(_ request: Request, settings: [UInt8]) -> Bool {
        let result = unsafe settings.withUnsafeBufferPointer { settings in
            unsafe nghttp2_session_upgrade2(
                session, settings.baseAddress, settings.count, request.method == .head ? 1 : 0, nil)
        }
        guard result == 0 else { return false }
        let stream = HTTP2Stream(id: 1, now: now)
        stream.method = request.method.rawValue
        stream.isHandedOver = true
        stream.isBeingAnswered = true
        streams[1] = stream
        var request = request
        request.version = .http2
        add(.request(stream: 1, request))
        return true
    }

    private func hand(over stream: HTTP2Stream, _ problem: Problem) {
        guard !stream.isHandedOver else { return }
        stream.isHandedOver = true
        stream.isBeingAnswered = true
        bodyBytes -= stream.body.count
        stream.body = []
        add(.problem(stream: stream.id, problem))
    }
}
