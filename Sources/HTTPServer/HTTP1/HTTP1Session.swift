import HTTPTypes

/// One connection of HTTP/1: bytes in, requests out, one at a time and in order.
struct HTTP1Session {
    enum Event {
        /// Answer this, then go on.
        case request(Request)
        /// Answer with this problem; the connection ends with it.
        case failure(Problem)
        /// Close without a word.
        case close
    }

    private enum State {
        case head
        case body(HTTP1Head, length: Int)
        case chunks(HTTP1Head, ChunkedDecoder)
        /// A request is being answered.
        case answering(HTTP1Writer.Persistence, isHead: Bool)
        case ended
    }

    /// Bytes of the trailer section of a chunked body, which is dropped.
    private static let longestTrailer = 8 << 10

    private var parser: HTTP1Parser
    private var state = State.head
    private var input: [UInt8] = []
    private var consumed = 0

    init(limits: HTTP1Parser.Limits) {
        parser = HTTP1Parser(limits: limits)
    }

    /// Bytes received that no request has used yet.
    var bufferedBytes: Int { input.count - consumed }

    /// Whether a request has begun and is not complete.
    var isReadingRequest: Bool {
        switch state {
        case .head: bufferedBytes > 0 || parser.isInside
        case .body, .chunks: true
        case .answering, .ended: false
        }
    }

    var isReadingHead: Bool {
        if case .head = state { isReadingRequest } else { false }
    }

    var isAnswering: Bool {
        if case .answering = state { true } else { false }
    }

    mutating func receive(_ bytes: ArraySlice<UInt8>) {
        input += bytes
    }

    /// The next event of what was received; `nil` when more is needed or a request is being answered. Writes
    /// `100 Continue` to `output` where it is due.
    mutating func next(_ output: inout [UInt8]) -> Event? {
        do {
            let event = try advance(&output)
            release()
            return event
        } catch {
            state = .ended
            return error == .notHTTP ? .close : .failure(Problem(error))
        }
    }

    private mutating func advance(_ output: inout [UInt8]) throws(HTTP1Error) -> Event? {
        if case .head = state {
            guard bufferedBytes > 0 else { return nil }
            let (length, head) = try parser.read(input[consumed...])
            consumed += length
            guard let head else { return nil }
            begin(head, &output)
        }
        switch state {
        case .body(let head, let length):
            guard bufferedBytes >= length else { return nil }
            let body = Array(input[consumed..<consumed + length])
            consumed += length
            return finish(head, body)
        case .chunks(let head, var decoder):
            // The state is put back below; meanwhile nothing else may hold the decoder's bytes.
            state = .ended
            let (length, isComplete) = try decoder.read(input[consumed...])
            consumed += length
            if isComplete { return finish(head, decoder.body) }
            state = .chunks(head, decoder)
            return nil
        case .head, .answering, .ended:
            return nil
        }
    }

    private mutating func begin(_ head: HTTP1Head, _ output: inout [UInt8]) {
        switch head.framing {
        case .length(let length):
            state = .body(head, length: length)
            if head.expectsContinue, bufferedBytes < length { output += Self.goOn }
        case .chunked:
            let limits = parser.limits
            state = .chunks(head, ChunkedDecoder(limit: limits.bodyBytes, trailerLimit: Self.longestTrailer))
            if head.expectsContinue, bufferedBytes == 0 { output += Self.goOn }
        }
    }

    private static let goOn = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    private mutating func finish(_ head: HTTP1Head, _ body: [UInt8]) -> Event {
        state = .answering(persistence(of: head), isHead: head.request.method == .head)
        return .request(head.request(withBody: body))
    }

    private func persistence(of head: HTTP1Head) -> HTTP1Writer.Persistence {
        guard head.keepsAlive else { return .ends }
        return head.request.version == .http10 ? .goesOnAsAsked : .goesOn
    }

    /// Writes the answer to the last request. Returns whether the connection goes on.
    mutating func answer(
        _ response: Response, date: [UInt8], isDraining: Bool, _ output: inout [UInt8]
    ) -> Bool {
        var persistence = HTTP1Writer.Persistence.ends
        var isHead = false
        if case .answering(let asked, let head) = state {
            if !isDraining { persistence = asked }
            isHead = head
        }
        HTTP1Writer.write(response, date: date, persistence, withoutBody: isHead, &output)
        state = persistence == .ends ? .ended : .head
        return persistence != .ends
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
