import AccessControl
import HTTPServer
import HTTPTypes

extension Problem {
    /// RFC 6750, 3: `error` only where a key was shown.
    static func unauthorized(_ detail: String, error: String? = nil) -> Problem {
        let challenge = "Bearer realm=\"tarikh\"" + (error.map { ", error=\"\($0)\"" } ?? "")
        return Problem(
            .unauthorized, code: "unauthorized",
            detail: detail + " Send one as 'Authorization: Bearer …' or 'X-API-Key: …'.",
            fields: [.wwwAuthenticate: challenge])
    }

    static func missing(_ scope: AccessScope) -> Problem {
        Problem(
            .forbidden, code: "forbidden", detail: "The key lacks the scope '\(scope.rawValue)'.",
            fields: [
                .wwwAuthenticate:
                    "Bearer realm=\"tarikh\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
            ])
    }

    static let restricted = Problem(
        .forbidden, code: "forbidden",
        detail: "The key is for the articles of some sources only, and this tells of all.")

    static let otherSource = Problem(
        .forbidden, code: "forbidden", detail: "The key is for the articles of other sources.")

    /// What a failed database of keys means for the client; details stay in the log.
    init(_ error: AccessError) {
        self.init(.internalServerError, code: "internal_error", detail: "The keys could not be used.")
    }
}
