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
        /// Bytes of answers that may wait for the peer to read before more requests are answered.
        var answerBytes = 1 << 20
        /// Seconds without a byte of a request, and of an answer.
        var bodyTimeout = 20.0
        var writeTimeout = 20.0
        /// Bytes a second, of a request or an answer, after those seconds.
        var minimumRate = 500.0
    }

    let limits: Limits
    let heads: HeadTable
    /// The fields of the head that is being received.
    var block = HeaderBlock()
    var streams: [Int32: HTTP2Stream] = [:]
    /// The stream that frames came for last.
    var current: HTTP2Stream?
    /// Complete requests, or what was wrong with one, in order of arrival.
    private var events: [ConnectionEvent] = []
    private var nextEvent = 0
    private(set) var session: OpaquePointer?
    /// The loop's clock, in seconds; the loop sets it before it calls.
    var now = 0.0
    private var isGoing = false
    /// Bytes of bodies that are being received, all streams together.
    var bodyBytes = 0
    /// Bytes of answers that are not sent yet, all streams together.
    var answerBytes = 0
    /// Streamed answers that are on their way, and those whose streams are closed before their end.
    var flowCount = 0
    var closedFlows: [Flow] = []
    /// Streams reset by either side.
    var resets = RateLimit(burst: 200, perSecond: 33)
    /// Frames that ask for work and bring nothing.
    var idleFrames = RateLimit(burst: 600, perSecond: 60)
    /// What `send` fills, where nghttp2's callbacks reach it.
    var sending: [UInt8] = []
    var sendingLimit = 0

    init(limits: Limits, heads: HeadTable) {
        self.limits = limits
        self.heads = heads
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

    func add(_ event: ConnectionEvent) { events.append(event) }

    /// The next request or problem whose stream is still there.
    func takeEvent() -> ConnectionEvent? {
        while nextEvent < events.count {
            let event = events[nextEvent]
            nextEvent += 1
            if streams[event.stream] != nil { return event }
        }
        events.removeAll(keepingCapacity: !streams.isEmpty)
        nextEvent = 0
        return nil
    }

    /// Whether requests may be answered: not while the peer leaves too much unread.
    var mayAnswer: Bool { answerBytes < limits.answerBytes }

    /// Appends what is to be sent, until `limit` bytes wait in `output`. Returns false when nothing more will come and go.
    func send(into output: inout [UInt8], limit: Int) -> Bool {
        swap(&sending, &output)
        defer { swap(&sending, &output) }
        sendingLimit = limit
        while sending.count < limit {
            var data: UnsafePointer<UInt8>?
            let count = unsafe nghttp2_session_mem_send(session, &data)
            guard count > 0, let start = unsafe data else {
                if count < 0 { return false }
                break
            }
            unsafe sending.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        }
        return unsafe nghttp2_session_want_read(session) != 0 || nghttp2_session_want_write(session) != 0
            || !sending.isEmpty
    }

    /// Answers the request of a stream; one that is gone is passed over.
    func answer(_ id: Int32, _ response: Response, date: [UInt8]) {
        guard let stream = current?.id == id ? current : streams[id] else { return }
        stream.isBeingAnswered = false
        stream.touched = now
        stream.start = now
        if !stream.isHead, response.mayHaveContent {
            stream.answer = response.body
            stream.isOpenEnded = response.source != nil
        }
        answerBytes += stream.answer.count
        unsafe HTTP2Answer.submit(session, stream, response, date: date)
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
