import HTTPTypes

/// One connection of HTTP/1: bytes in, requests out, one at a time and in order.
struct HTTP1Session {
    enum Event {
        /// Answer this, then go on.
        case request(RequestHead, body: [UInt8])
        /// Answer this too, or go on with HTTP/2 and these settings (RFC 7540, 3.2).
        case upgrade(RequestHead, settings: [UInt8])
        /// Answer with this problem; the connection ends with it.
        case failure(Problem)
        /// Close without a word.
        case close
    }

    private enum State {
        case head, body, chunks
        /// A request is being answered.
        case answering
        /// The answer's content comes piece by piece.
        case streaming
        case ended
    }

    /// Bytes of the trailer section of a chunked body, which is dropped.
    private static let longestTrailer = 8 << 10
    /// Room for a body before it comes.
    private static let firstRoom = 16 << 10

    private var parser: HTTP1Parser
    private var state = State.head
    private var head: HTTP1Head?
    private var persistence = HTTP1Writer.Persistence.ends
    private var answersHead = false
    /// Whether the peer knows chunks (RFC 9112, 7.1); for others the end of the connection is that of the content.
    private var knowsChunks = false
    private var input: [UInt8] = []
    private var consumed = 0
    private var body: [UInt8] = []
    /// Bytes of the body that have not come.
    private var left = 0
    private var decoder: ChunkedDecoder?

    init(limits: HTTP1Parser.Limits) {
        parser = HTTP1Parser(limits: limits)
    }

    /// Bytes received that no request has used yet.
    var bufferedBytes: Int { input.count - consumed }

    /// Bytes of the body that have come.
    var bodyBytes: Int { decoder?.body.count ?? body.count }

    /// Whether a request has begun and is not complete.
    var isReadingRequest: Bool {
        switch state {
        case .head: bufferedBytes > 0 || parser.isInside
        case .body, .chunks: true
        case .answering, .streaming, .ended: false
        }
    }

    var isReadingHead: Bool { state == .head && isReadingRequest }

    var isAnswering: Bool { state == .answering || state == .streaming }

    /// Whether more of an answer's content has to come.
    var isStreaming: Bool { state == .streaming }

    mutating func receive(_ bytes: ArraySlice<UInt8>) {
        input += bytes
    }

    /// What was received and belongs to another protocol.
    mutating func takeRest() -> [UInt8] {
        defer {
            input = []
            consumed = 0
        }
        return Array(input[consumed...])
    }

    /// The next event of what was received; `nil` when more is needed or a request is being answered. Writes
    /// `100 Continue` to `output` where it is due.
    mutating func next(_ output: inout Output, _ heads: HeadTable) -> Event? {
        do {
            let event = try advance(&output, heads)
            release()
            return event
        } catch {
            state = .ended
            return error == .notHTTP ? .close : .failure(Problem(error))
        }
    }

    private mutating func advance(_ output: inout Output, _ heads: HeadTable) throws(HTTP1Error) -> Event? {
        if state == .head {
            guard bufferedBytes > 0, let head = try readHead(heads) else { return nil }
            begin(head, &output)
        }
        switch state {
        case .body:
            let part = input[consumed...].prefix(left)
            body += part
            consumed += part.count
            left -= part.count
            return left == 0 ? finish(body) : nil
        case .chunks:
            guard let (length, isComplete) = try decoder?.read(input[consumed...]) else { return nil }
            consumed += length
            return isComplete ? finish(decoder?.body ?? []) : nil
        case .head, .answering, .streaming, .ended:
            return nil
        }
    }

    /// A head that came before is not parsed again.
    private mutating func readHead(_ heads: HeadTable) throws(HTTP1Error) -> HTTP1Head? {
        let start = consumed
        let isFresh = parser.isFresh
        if isFresh, let end = HeadTable.end(of: input[start...]),
            case .http1(let head) = heads.find(input[start..<end])
        {
            consumed = end
            return head
        }
        let (length, head) = try parser.read(input[start...])
        consumed += length
        if isFresh, let head, head.isWhole {
            heads.keep(.http1(head), for: input[start..<consumed])
        }
        return head
    }

    private mutating func begin(_ head: HTTP1Head, _ output: inout Output) {
        self.head = head
        switch head.framing {
        case .length(let length):
            state = .body
            left = length
            if length > 0 { body.reserveCapacity(min(length, Self.firstRoom)) }
            if head.expectsContinue, bufferedBytes < length { output.withEnd { $0 += Self.goOn } }
        case .chunked:
            state = .chunks
            decoder = ChunkedDecoder(limit: parser.limits.bodyBytes, trailerLimit: Self.longestTrailer)
            if head.expectsContinue, bufferedBytes == 0 { output.withEnd { $0 += Self.goOn } }
        }
    }

    private static let goOn = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    private mutating func finish(_ complete: [UInt8]) -> Event? {
        guard let head else { return nil }
        state = .answering
        persistence = Self.persistence(of: head)
        answersHead = head.request.method == .head
        knowsChunks = head.request.version != .http10
        self.head = nil
        decoder = nil
        body = []
        let shared = head.shared
        guard let settings = head.upgradeSettings else { return .request(shared, body: complete) }
        return .upgrade(shared, settings: settings)
    }

    private static func persistence(of head: HTTP1Head) -> HTTP1Writer.Persistence {
        guard head.keepsAlive else { return .ends }
        return head.request.version == .http10 ? .goesOnAsAsked : .goesOn
    }

    /// Writes the answer to the last request. Returns whether the connection goes on.
    mutating func answer(
        _ response: Response, date: [UInt8], isDraining: Bool, _ output: inout Output
    ) -> Bool {
        let isAnswer = isAnswering
        var persistence = isAnswer && !isDraining ? persistence : .ends
        let isStream = response.source != nil && response.mayHaveContent
        if isStream, !knowsChunks { persistence = .ends }
        HTTP1Writer.write(
            response, date: date, persistence, withoutBody: isAnswer && answersHead,
            chunked: isStream && knowsChunks, &output)
        if isStream, isAnswer, !answersHead {
            self.persistence = persistence
            state = .streaming
            return true
        }
        state = persistence == .ends ? .ended : .head
        return persistence != .ends
    }

    /// Writes a part of a streamed answer's content.
    func write(_ bytes: [UInt8], _ output: inout Output) {
        // RFC 9112, 7.1: an empty chunk would be the last one.
        guard isStreaming, !bytes.isEmpty else { return }
        output.withEnd { HTTP1Writer.append(bytes, chunked: knowsChunks, to: &$0) }
    }

    /// Ends a streamed answer; without the last chunk when it is not whole. Returns whether the connection goes on.
    mutating func finishStream(isWhole: Bool, _ output: inout Output) -> Bool {
        if isWhole, knowsChunks { output.withEnd { $0 += HTTP1Writer.lastChunk } }
        let goesOn = isWhole && persistence != .ends
        state = goesOn ? .head : .ended
        return goesOn
    }

    /// Gives back the memory of bytes that are used up.
    private mutating func release() {
        if consumed == input.count {
            input = []
            consumed = 0
        } else if consumed > 65_536 {
            input.removeFirst(consumed)
            consumed = 0
        }
    }
}
