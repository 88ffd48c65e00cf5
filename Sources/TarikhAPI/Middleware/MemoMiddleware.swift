import AccessControl
import HTTPServer
import HTTPTypes

/// Lets the server give answers from memory without asking again, when the same request comes again: the answer that all other
/// middleware made of one that was known, as long as the data and the keys are what they were.
///
/// It stands where the caller is known and the answer has all fields but the request's id.
struct MemoMiddleware: Middleware {
    /// Bytes of a body; each event loop remembers some hundred answers.
    private static let longestBody = 64 << 10

    let cache: ResponseCache
    let gate: Gate
    /// Whether callers without a limit of their own have none.
    let isUnlimited: Bool
    let observation: ObservationMiddleware

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        // Taken before: what changes meanwhile makes the answer one of the state before.
        let keys = gate.ring?.version
        let response = next(request)
        guard let known = request.known, let memo = request.memo, mayRemember(request, response) else {
            return response
        }
        memo.remember(CompleteAnswer(self, request, response, known: known, keys: keys))
        return response
    }

    private func mayRemember(_ request: Request, _ response: Response) -> Bool {
        guard response.status == .ok || response.status == .notModified,
            response.body.count <= Self.longestBody, response.source == nil
        else { return false }
        switch request.identity {
        case .anonymous: return isUnlimited
        case .stranger: return false
        case .key(let key):
            let grant = key.grant
            return isUnlimited && grant.rate == nil && grant.sources == nil && grant.expiresAt == nil
        }
    }
}

/// An answer with all its fields, and what it takes to give it again.
private final class CompleteAnswer: RememberedAnswer {
    private let status: HTTPResponse.Status
    private let prepared: PreparedFields
    private let body: [UInt8]
    private let known: KnownAnswer
    private let keys: Int?
    private let requestID: String?
    private let middleware: MemoMiddleware
    private let tally: Metrics.Tally
    private let access: ServiceLog.Access

    init(
        _ middleware: MemoMiddleware, _ request: Request, _ response: Response, known: KnownAnswer, keys: Int?
    ) {
        var response = response
        response.fields[.serverTiming] = ResponseCache.timing
        status = response.status
        prepared = PreparedFields(response)
        body = response.body
        self.known = known
        self.keys = keys
        requestID = RequestIDMiddleware.given(in: request)
        self.middleware = middleware
        tally = middleware.observation.tally(of: request, response)
        access = middleware.observation.access(request, response)
    }

    func give(to peer: PeerAddress?) -> Response? {
        guard middleware.cache.isCurrent(known), middleware.gate.ring?.version == keys else { return nil }
        let id = requestID ?? RequestIDMiddleware.new()
        middleware.cache.countHit()
        // What it takes is not worth two looks at the clock: it is far below the first bucket.
        tally.add(0)
        if middleware.observation.logsAccess {
            var access = access
            access.requestID = id
            access.peer = peer?.description
            middleware.observation.log.access(access)
        }
        return Response(status: status, fields: [.requestID: id], prepared: prepared, body: body)
    }
}
