import CNGHTTP2
import HTTPTypes

/// One connection of HTTP/2 (RFC 9113) by nghttp2: bytes in, requests out; answers in, bytes out. Confined to its event
/// loop.
@safe
final class HTTP2Session {
    struct Limits {
        var headerBytes = 64 << 10
        var bodyBytes = 64 << 20
        var targetBytes = 8 << 10
        var streams = 128
    }

    /// Complete requests, or what was wrong with one, in order of arrival.
    enum Event {
        case request(stream: Int32, Request)
        case problem(stream: Int32, Problem)
    }

    let limits: Limits
    private(set) var streams: [Int32: HTTP2Stream] = [:]
    private var events: [Event] = []
    private var session: OpaquePointer?
    /// The loop's clock, in seconds; the loop sets it before it calls.
    var now = 0.0
    private var isGoing = false
    /// Bytes of bodies that are being received, all streams together.
    private var bodyBytes = 0

    init(limits: Limits) {
        self.limits = limits
        unsafe session = HTTP2Callbacks.session(for: self)
        submitSettings()
    }

    deinit {
        unsafe nghttp2_session_del(session)
    }

    /// Takes bytes from the peer. Returns false when the connection must end.
    func receive(_ bytes: ArraySlice<UInt8>) -> Bool {
        let count = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe nghttp2_session_mem_recv(session, bytes.baseAddress, bytes.count)
        }
        return count == bytes.count
    }

    func takeEvents() -> [Event] {
        defer { events = [] }
        return events
    }

    /// Appends what is to be sent, until `limit` bytes wait in `output`. Returns false when nothing more will come and go.
    func send(into output: inout [UInt8], limit: Int) -> Bool {
        while output.count < limit {
            var data: UnsafePointer<UInt8>?
            let count = unsafe nghttp2_session_mem_send(session, &data)
            guard count > 0, let start = unsafe data else {
                if count < 0 { return false }
                break
            }
            unsafe output.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        }
        return unsafe nghttp2_session_want_read(session) != 0 || nghttp2_session_want_write(session) != 0
            || !output.isEmpty
    }

    /// Answers the request of a stream; one that is gone is passed over.
    func answer(_ id: Int32, _ response: Response, date: String) {
        guard let stream = streams[id] else { return }
        stream.isBeingAnswered = false
        stream.touched = now
        let hasBody = stream.method != "HEAD" && !response.body.isEmpty
        stream.answer = hasBody ? response.body : []
        var fields: [(name: String, value: String)] = [
            (":status", String(response.status.code)), ("date", date),
        ]
        for field in response.fields { fields.append((field.name.canonicalName, field.value)) }
        if response.status.code != 204, response.status.code != 304 {
            fields.append(("content-length", String(response.body.count)))
        }
        unsafe HTTP2Callbacks.submit(session, id, fields, hasBody: hasBody)
    }

    /// Ends streams on which nothing has moved since `time`, whichever side is to blame for it but this one.
    func resetStalled(since time: Double) {
        for stream in streams.values where !stream.isBeingAnswered && stream.touched < time {
            _ = unsafe nghttp2_submit_rst_stream(
                session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, UInt32(NGHTTP2_CANCEL.rawValue))
        }
    }

    /// RFC 9113, 6.8: says that no new stream is welcome, without refusing those that are on their way.
    func announceShutdown() {
        _ = unsafe nghttp2_submit_shutdown_notice(session)
    }

    /// The second step: streams beyond those received are refused, and the connection ends after the last answer.
    func finishShutdown() {
        guard !isGoing else { return }
        isGoing = true
        let last = unsafe nghttp2_session_get_last_proc_stream_id(session)
        _ = unsafe nghttp2_submit_goaway(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), last, UInt32(NGHTTP2_NO_ERROR.rawValue), nil, 0)
    }

    private func submitSettings() {
        let settings = [
            nghttp2_settings_entry(
                settings_id: Int32(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS.rawValue),
                value: UInt32(limits.streams)),
            nghttp2_settings_entry(
                settings_id: Int32(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE.rawValue),
                value: UInt32(limits.headerBytes)),
        ]
        _ = unsafe settings.withUnsafeBufferPointer { settings in
            unsafe nghttp2_submit_settings(
                session, UInt8(NGHTTP2_FLAG_NONE.rawValue), settings.baseAddress, settings.count)
        }
    }
}

// What nghttp2 reports.
extension HTTP2Session {
    func began(_ id: Int32) {
        streams[id] = HTTP2Stream(id: id, now: now)
    }

    /// Returns false when the stream must be reset.
    func received(_ id: Int32, _ name: String, _ value: String) -> Bool {
        guard let stream = streams[id] else { return true }
        stream.headerBytes += name.utf8.count + value.utf8.count + 32
        if stream.headerBytes > limits.headerBytes {
            stream.problem = Problem(.headersTooLarge)
            return stream.headerBytes <= 2 * limits.headerBytes
        }
        switch name {
        case ":method": stream.method = value
        case ":path":
            stream.path = value
            if value.utf8.count > limits.targetBytes { stream.problem = Problem(.targetTooLong) }
            if value.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7f }) {
                stream.problem = Problem(.badRequest("the path holds a byte that must be percent-encoded"))
            }
        case ":authority":
            // RFC 9113, 8.3.1: takes the place of Host.
            if let host = HTTPField.Name("Host") { stream.fields[host] = value }
        default:
            if let name = HTTPField.Name(name), !name.rawName.hasPrefix(":") {
                stream.fields.append(HTTPField(name: name, value: value))
            }
        }
        return true
    }

    /// Returns false when the stream must be reset.
    func received(_ id: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let stream = streams[id], !stream.isHandedOver else { return true }
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
        guard let stream = streams[id], let problem = stream.problem else { return }
        hand(over: stream, problem)
    }

    func receivedEnd(_ id: Int32) {
        guard let stream = streams[id], !stream.isHandedOver else { return }
        stream.isHandedOver = true
        bodyBytes -= stream.body.count
        guard stream.path.hasPrefix("/") || stream.path == "*" else {
            return events.append(.problem(stream: id, Problem(.badRequest("the target is no path"))))
        }
        stream.isBeingAnswered = true
        stream.touched = now
        events.append(.request(stream: id, stream.takeRequest()))
    }

    func closed(_ id: Int32) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        stream.cancellation.cancel()
        if !stream.isHandedOver { bodyBytes -= stream.body.count }
    }

    private func hand(over stream: HTTP2Stream, _ problem: Problem) {
        guard !stream.isHandedOver else { return }
        stream.isHandedOver = true
        bodyBytes -= stream.body.count
        stream.body = []
        events.append(.problem(stream: stream.id, problem))
    }
}
