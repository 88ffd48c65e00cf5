import HTTPTypes
import Sockets

/// One connection, confined to its event loop: the protocol it speaks, what waits to be sent, and its deadlines.
final class Connection {
    /// Bytes that may wait to be sent before reading stops.
    static let outputLimit = 256 << 10
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
    private static let switching = Array(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n".utf8)

    let socket: StreamSocket
    /// Tells it from an earlier connection with the same descriptor.
    let serial: UInt64
    let tls: TLSStream?
    var http1: HTTP1Session
    private(set) var http2: HTTP2Session?
    /// Which protocol is known only from the first bytes (RFC 9113, 3.3).
    private(set) var isProtocolKnown = false
    private var firstBytes: [UInt8] = []
    /// Whether the server counts it as HTTP/2.
    var countsAsHTTP2 = false
    var output = Output()
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
    /// Since when something waits to be sent, and how much of it went since.
    var writeStart = 0.0
    var written = 0
    /// Requests that are being answered elsewhere.
    var pending = 0
    /// The streamed answer of HTTP/1 that is on its way.
    var http1Flow: Flow?
    /// Whether the loop has it in its list of connections with more requests in what was received.
    var isUnfinished = false
    /// When the last whole request came in, or its answer went out.
    var lastRequest = 0.0

    private let configuration: ServerLimits
    private let heads: HeadTable
    private var cancellation: Cancellation?

    init(
        _ socket: consuming StreamSocket, tls: TLSStream?, serial: UInt64, limits: ServerLimits,
        heads: HeadTable
    ) {
        self.socket = socket
        self.tls = tls
        self.serial = serial
        configuration = limits
        self.heads = heads
        http1 = HTTP1Session(limits: limits.http1)
    }

    /// Where requests come from.
    private(set) lazy var peer = PeerAddress(bytes: socket.peerAddress)

    var isHTTP2: Bool { http2 != nil }

    /// Whether streamed answers are on their way, or were until the peer gave them up.
    var isStreaming: Bool {
        guard let http2 else { return http1Flow != nil }
        return http2.flowCount > 0 || !http2.closedFlows.isEmpty
    }

    var isHandshaking: Bool { !(tls?.isEstablished ?? true) }

    /// What tells queued work that this request's answer is not wanted any more.
    func cancellation(of stream: Int32) -> Cancellation? {
        if let http2 { return http2.streams[stream]?.watch() }
        let cancellation = Cancellation()
        self.cancellation = cancellation
        return cancellation
    }

    /// The peer is gone: work for it may be dropped.
    func cancelAll() {
        cancellation?.cancel()
        guard let http2 else { return }
        for stream in http2.streams.values { stream.cancel() }
    }

    /// Whether a request may be taken from what was received: not while too much waits to be sent.
    var mayTakeRequest: Bool { output.count < Self.outputLimit && http2?.mayAnswer ?? true }

    /// Takes received bytes. Returns false when the connection must end at once.
    func receive(_ bytes: ArraySlice<UInt8>) -> Bool {
        if isProtocolKnown { return pass(bytes) }
        if let tls {
            // RFC 9113, 3.2: over TLS, ALPN decides.
            if tls.choseHTTP2 { http2 = configuration.newHTTP2(heads) }
            isProtocolKnown = true
            return pass(bytes)
        }
        let all = firstBytes.isEmpty ? bytes : (firstBytes + bytes)[...]
        let length = min(all.count, Self.preface.count)
        if all.prefix(length) == Self.preface.prefix(length) {
            guard length == Self.preface.count else {
                firstBytes = Array(all)
                return true
            }
            http2 = configuration.newHTTP2(heads)
        }
        firstBytes = []
        isProtocolKnown = true
        return pass(all)
    }

    private func pass(_ bytes: ArraySlice<UInt8>) -> Bool {
        if let http2 { return http2.receive(bytes) }
        http1.receive(bytes)
        return true
    }

    /// What the loop must see to now.
    func nextEvent() -> ConnectionEvent? {
        if let http2 { return http2.takeEvent() }
        guard isProtocolKnown else { return nil }
        switch http1.next(&output, heads) {
        case .request(let head, let body): return .request(stream: 0, head, body: body)
        case .upgrade(let head, let settings): return upgrade(head, settings)
        case .failure(let problem):
            closesAfterOutput = true
            return .problem(stream: 0, problem)
        case .close:
            closesAfterOutput = true
            return nil
        case nil: return nil
        }
    }

    /// RFC 7540, 3.2: goes on with HTTP/2 where that can be, and not over TLS.
    private func upgrade(_ head: RequestHead, _ settings: [UInt8]) -> ConnectionEvent? {
        let session = configuration.newHTTP2(heads)
        session.now = lastRequest
        guard tls == nil, session.upgrade(head.request, settings: settings) else {
            return .request(stream: 0, head, body: [])
        }
        output.withEnd { $0 += Self.switching }
        http2 = session
        let rest = http1.takeRest()
        if !rest.isEmpty, !session.receive(rest[...]) { closesAfterOutput = true }
        return nextEvent()
    }

    /// Puts an answer into the output.
    func answer(_ stream: Int32, _ response: Response, date: DateField, isDraining: Bool) {
        if let http2 { return http2.answer(stream, response, date: date.bytes) }
        if !http1.answer(response, date: date.bytes, isDraining: isDraining || closesAfterOutput, &output) {
            closesAfterOutput = true
        }
    }

    /// Fills the output with what HTTP/2 has to say.
    func fillOutput() {
        guard let http2, output.count < Self.outputLimit else { return }
        if !output.withEnd({ http2.send(into: &$0, limit: Self.outputLimit) }) { closesAfterOutput = true }
    }

    /// Whether nothing is being read, answered or sent.
    var isIdle: Bool {
        guard pending == 0, output.isEmpty, !isStreaming else { return false }
        if let http2 { return http2.streams.isEmpty }
        return isProtocolKnown ? !http1.isReadingRequest : firstBytes.isEmpty
    }

    /// Whether to read: not while one request of HTTP/1 is answered and much waits, nor while the peer does not read. HTTP/2
    /// is read even when no more requests are answered, for the windows that the peer opens.
    var wantsToRead: Bool {
        if isHandshaking { return true }
        guard output.count < Self.outputLimit, !closesAfterOutput else { return false }
        return http2 != nil || !http1.isAnswering || http1.bufferedBytes < configuration.http1.headerBytes
    }
}
