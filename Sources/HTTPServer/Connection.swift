import HTTPTypes
import Sockets

/// One connection, confined to its event loop: the protocol it speaks, what waits to be sent, and its deadlines.
final class Connection {
    /// Which protocol is known only from the first bytes (RFC 9113, 3.3).
    enum Session {
        case unknown([UInt8])
        case http1(HTTP1Session)
        case http2(HTTP2Session)
    }

    /// A request or problem that the loop must see to; `stream` is 0 for HTTP/1.
    enum Event {
        case request(stream: Int32, Request)
        case problem(stream: Int32, Problem)
    }

    /// Bytes that may wait to be sent before reading stops.
    static let outputLimit = 256 << 10
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    let socket: StreamSocket
    /// Tells it from an earlier connection with the same descriptor.
    let serial: UInt64
    var session = Session.unknown([])
    var output: [UInt8] = []
    var sent = 0
    /// Close when everything is sent.
    var closesAfterOutput = false
    /// All is sent; what still comes in is thrown away until the peer closes.
    var isLingering = false
    var isReading = true
    var isWaitingToWrite = false
    /// When it is closed if nothing happens before, in seconds of the loop's clock.
    var deadline = 0.0
    /// When the request that is being read began.
    var requestStart: Double?
    /// Requests that are being answered elsewhere.
    var pending = 0

    /// Whether the loop has it in its list of connections with more requests in what was received.
    var isUnfinished = false
    /// When the last whole request came in, or its answer went out.
    var lastRequest = 0.0

    private let configuration: ServerConfiguration
    private var cancellation: Cancellation?

    init(_ socket: consuming StreamSocket, serial: UInt64, configuration: ServerConfiguration) {
        self.socket = socket
        self.serial = serial
        self.configuration = configuration
    }

    /// Where requests come from.
    private(set) lazy var peer = PeerAddress(bytes: socket.peerAddress)

    var isHTTP2: Bool {
        if case .http2 = session { true } else { false }
    }

    /// What tells queued work that this request's answer is not wanted any more.
    func cancellation(of stream: Int32) -> Cancellation? {
        if case .http2(let http2) = session { return http2.streams[stream]?.cancellation }
        let cancellation = Cancellation()
        self.cancellation = cancellation
        return cancellation
    }

    /// The peer is gone: work for it may be dropped.
    func cancelAll() {
        cancellation?.cancel()
        if case .http2(let http2) = session {
            for stream in http2.streams.values { stream.cancellation.cancel() }
        }
    }

    /// Whether a request may be taken from what was received: not while too much waits to be sent.
    var mayTakeRequest: Bool { output.count - sent < Self.outputLimit }

    /// Takes received bytes. Returns false when the connection must end at once.
    func receive(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch session {
        case .unknown(let earlier):
            let all = earlier + bytes
            let length = min(all.count, Self.preface.count)
            if all.prefix(length) == Self.preface.prefix(length), length < Self.preface.count {
                session = .unknown(all)
                return true
            }
            session = all.starts(with: Self.preface) ? .http2(makeHTTP2()) : .http1(makeHTTP1())
            return receive(all[...])
        case .http1(var http1):
            session = .unknown([])
            http1.receive(bytes)
            session = .http1(http1)
            return true
        case .http2(let http2):
            return http2.receive(bytes)
        }
    }

    /// What the loop must see to now.
    func nextEvents() -> [Event] {
        switch session {
        case .unknown: return []
        case .http1(var http1):
            session = .unknown([])
            let event = http1.next(&output)
            session = .http1(http1)
            switch event {
            case .request(let request): return [.request(stream: 0, request)]
            case .failure(let problem):
                closesAfterOutput = true
                return [.problem(stream: 0, problem)]
            case .close:
                closesAfterOutput = true
                return []
            case nil: return []
            }
        case .http2(let http2):
            return http2.takeEvents().map { event in
                switch event {
                case .request(let stream, let request): .request(stream: stream, request)
                case .problem(let stream, let problem): .problem(stream: stream, problem)
                }
            }
        }
    }

    /// Puts an answer into the output.
    func answer(_ stream: Int32, _ response: Response, date: DateField, isDraining: Bool) {
        switch session {
        case .unknown: break
        case .http1(var http1):
            session = .unknown([])
            if !http1.answer(response, date: date.bytes, isDraining: isDraining || closesAfterOutput, &output)
            {
                closesAfterOutput = true
            }
            session = .http1(http1)
        case .http2(let http2):
            http2.answer(stream, response, date: date.text)
        }
    }

    /// Fills the output with what HTTP/2 has to say.
    func fillOutput() {
        guard case .http2(let http2) = session, output.count - sent < Self.outputLimit else { return }
        if !http2.send(into: &output, limit: Self.outputLimit) { closesAfterOutput = true }
    }

    /// Whether nothing is being read, answered or sent.
    var isIdle: Bool {
        guard pending == 0, output.isEmpty else { return false }
        switch session {
        case .unknown(let bytes): return bytes.isEmpty
        case .http1(let http1): return !http1.isReadingRequest
        case .http2(let http2): return http2.streams.isEmpty
        }
    }

    /// Whether more requests may come in: not while one is answered and much waits, nor while the peer does not read.
    var wantsToRead: Bool {
        guard output.count - sent < Self.outputLimit, !closesAfterOutput else { return false }
        guard case .http1(let http1) = session, http1.isAnswering else { return true }
        return http1.bufferedBytes < configuration.maximumHeaderBytes
    }

    private func makeHTTP1() -> HTTP1Session {
        HTTP1Session(
            limits: HTTP1Parser.Limits(
                targetBytes: configuration.maximumTargetBytes, headerBytes: configuration.maximumHeaderBytes,
                bodyBytes: configuration.maximumBodyBytes))
    }

    private func makeHTTP2() -> HTTP2Session {
        HTTP2Session(
            limits: HTTP2Session.Limits(
                headerBytes: configuration.maximumHeaderBytes, bodyBytes: configuration.maximumBodyBytes,
                targetBytes: configuration.maximumTargetBytes))
    }
}
