import CNGHTTP2
import HTTPTypes

// What nghttp2 reports of requests.
extension HTTP2Session {
    func began(_ id: Int32) {
        let stream = HTTP2Stream(id: id, now: now)
        streams[id] = stream
        current = stream
        block.removeAll()
    }

    /// The stream of this id; nearly always the one asked for last.
    private func stream(_ id: Int32) -> HTTP2Stream? {
        if let current, current.id == id { return current }
        return streams[id]
    }

    /// Takes a field of a head. Returns false when the stream must be reset.
    func received(_ id: Int32, _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        guard let stream = stream(id) else { return true }
        stream.headerBytes += name.count + value.count + 32
        guard stream.headerBytes <= limits.headerBytes else {
            stream.problem = Problem(.headersTooLarge)
            return stream.headerBytes <= 2 * limits.headerBytes
        }
        unsafe block.append(name, value)
        return true
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

    /// A head is complete: of a request, or of what follows its body.
    func receivedHead(_ id: Int32) {
        guard let stream = stream(id) else { return }
        idleFrames.forgive(2)
        if stream.head == nil, stream.problem == nil { read(into: stream) }
        if let problem = stream.problem { hand(over: stream, problem) }
    }

    private func read(into stream: HTTP2Stream) {
        defer { block.removeAll() }
        if case .http2(let head) = heads.find(block.bytes[...]) {
            stream.head = head
            return
        }
        do throws(Problem) {
            let head = RequestHead(try block.request(targetLimit: limits.targetBytes))
            stream.head = head
            heads.keep(.http2(head), for: block.bytes[...])
        } catch {
            stream.problem = error
        }
    }

    func receivedEnd(_ id: Int32) {
        guard let stream = stream(id), !stream.isHandedOver, let head = stream.head else { return }
        stream.isHandedOver = true
        bodyBytes -= stream.body.count
        stream.isBeingAnswered = true
        stream.touched = now
        add(.request(stream: id, head, body: stream.body))
        stream.body = []
    }

    func closed(_ id: Int32) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        if current === stream { current = nil }
        stream.cancel()
        answerBytes -= stream.unsent
        if let flow = stream.flow {
            stream.flow = nil
            flowCount -= 1
            closedFlows.append(flow)
        }
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
        stream.isHandedOver = true
        stream.isBeingAnswered = true
        streams[1] = stream
        var request = request
        request.version = .http2
        let head = RequestHead(request)
        stream.head = head
        add(.request(stream: 1, head, body: []))
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
