/// A request without its body, as it was read from a head; shared by all requests with the same head.
final class RequestHead {
    let request: Request
    private let memo: RequestMemo

    init(_ request: Request) {
        memo = RequestMemo()
        var request = request
        request.memo = memo
        self.request = request
    }

    /// The answer, if it is remembered and still right.
    func rememberedAnswer(to peer: PeerAddress?) -> Response? { memo.answer(to: peer) }

    func request(withBody body: [UInt8]) -> Request {
        guard !body.isEmpty else { return request }
        var request = request
        request.memo = nil
        request.body = body
        return request
    }
}

/// What a connection asks its loop to see to. `stream` is 0 for HTTP/1.
enum ConnectionEvent {
    case request(stream: Int32, RequestHead, body: [UInt8])
    case problem(stream: Int32, Problem)

    var stream: Int32 {
        switch self {
        case .request(let stream, _, _), .problem(let stream, _): stream
        }
    }
}
