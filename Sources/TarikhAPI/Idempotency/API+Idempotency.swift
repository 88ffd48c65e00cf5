import AccessControl
import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): a request that is sent again with its key gets the answer that it
/// got, for 24 hours, whatever happened to the service meanwhile.
///
/// Answers to requests that were refused are not kept: nothing was done, and they may be sent again.
extension API {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .accept
    private static let replayed = HTTPField.Name("Idempotency-Replayed") ?? .accept
    private static let longestKey = 255

    /// The answer of `handler`, or the one that a request with the same key got.
    func once(_ call: Call, _ handler: Handler) throws -> Response {
        guard let key = call.request.fields[Self.idempotencyKey] else { return try handler(call) }
        guard (1...Self.longestKey).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
        else { throw Problem.invalidKey }
        let caller = call.request.key?.id ?? ""
        let digest = Self.digest(of: call.request)
        guard inFlight.begin(caller + "\n" + key) else { throw Problem.inFlight }
        defer { inFlight.end(caller + "\n" + key) }
        if let known = try store.answer(to: key, of: caller) {
            guard known.digest == digest else { throw Problem.otherRequest }
            return Self.response(known)
        }
        let response = try handler(call)
        guard (200..<300).contains(response.status.code) else { return response }
        do throws(StoreError) {
            try store.keep(
                AnsweredRequest(
                    caller: caller, key: key, digest: digest, status: response.status.code,
                    fields: Self.lines(response.fields), body: response.body))
        } catch {
            // What was asked for is done: to say otherwise would have it asked for again.
            log.failure("idempotency: \(error)")
        }
        return response
    }

    /// Of all that decides what a request does.
    private static func digest(of request: Request) -> String {
        let head = [request.method.rawValue, request.target, request.fields[.contentType] ?? ""]
        return ContentHash.of(Array(head.joined(separator: "\n").utf8) + [0x0a] + request.body)
    }

    private static func lines(_ fields: HTTPFields) -> String {
        fields.map { $0.name.rawName + ": " + $0.value }.joined(separator: "\n")
    }

    private static func response(_ known: AnsweredRequest) -> Response {
        var fields: HTTPFields = [:]
        for line in known.fields.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": "),
                let name = HTTPField.Name(String(line[..<colon.lowerBound]))
            else { continue }
            fields.append(HTTPField(name: name, value: String(line[colon.upperBound...])))
        }
        fields[replayed] = "true"
        return Response(status: .init(code: known.status), fields: fields, body: known.body)
    }
}

extension Problem {
    fileprivate static let invalidKey: Problem = {
        let detail = "'Idempotency-Key' has 1 to 255 visible characters of ASCII."
        return Problem(
            .badRequest, code: "bad_request", detail: detail,
            items: [Item(.header("Idempotency-Key"), code: "invalid", detail: detail)])
    }()

    fileprivate static let inFlight = Problem(
        .conflict, code: "idempotency_in_flight",
        detail: "A request with this 'Idempotency-Key' is being answered; try again.",
        fields: [.retryAfter: "1"])

    fileprivate static let otherRequest: Problem = {
        let detail = "Another request had this 'Idempotency-Key'."
        return Problem(
            .unprocessableContent, code: "idempotency_mismatch", detail: detail,
            items: [Item(.header("Idempotency-Key"), code: "mismatch", detail: detail)])
    }()
}
