import ArticleStore
import HTTPServer
import HTTPTypes

extension Problem {
    /// A parameter whose value is wrong; `offset` counts code points of the value.
    static func parameter(_ name: String, code: String, _ detail: String, offset: Int? = nil) -> Problem {
        Problem(
            .badRequest, code: "invalid_parameter", detail: detail,
            items: [Item(.parameter(name), code: code, detail: detail, offset: offset)])
    }

    /// A parameter that this route does not have.
    static func unknownParameter(_ name: String, allowed: [String]) -> Problem {
        let shown = String(name.prefix(64))
        let hint = allowed.isEmpty ? "there are none here." : Nearest.hint(to: name, among: allowed)
        let detail = "There is no parameter '\(shown)'; " + hint
        return Problem(
            .badRequest, code: "unknown_parameter", detail: detail,
            items: [Item(.parameter(shown), code: "unknown_parameter", detail: detail)])
    }

    static func notFound(_ what: String) -> Problem {
        Problem(.notFound, code: "not_found", detail: "There is no \(what).")
    }

    static func deleted(_ what: String) -> Problem {
        Problem(.gone, code: "deleted", detail: "The \(what) was deleted.")
    }

    static let invalidCursor = Problem(
        .badRequest, code: "invalid_cursor",
        detail: "The cursor is not one of this query; start again without it.",
        items: [Item(.parameter("cursor"), code: "invalid_cursor", detail: "not a cursor of this query")])

    static let expiredCursor = Problem(
        .gone, code: "cursor_expired", detail: "The cursor has expired; start again without it.",
        items: [Item(.parameter("cursor"), code: "cursor_expired", detail: "older than 15 minutes")])

    static let forbidden = Problem(
        .forbidden, code: "forbidden",
        detail: "Without keys, writing is possible only where the service listens on a loopback address.")

    static let foreignOrigin = Problem(
        .forbidden, code: "forbidden", detail: "Pages of this origin may not write.")

    /// What a failed store means for the client; details stay in the log.
    init(_ error: StoreError) {
        switch error {
        case .full:
            self.init(
                .init(code: 507, reasonPhrase: "Insufficient Storage"), code: "storage_exhausted",
                detail: "No space is left; nothing was stored.")
        case .busy:
            self.init(
                .serviceUnavailable, code: "overloaded", detail: "The store is busy; try again.",
                fields: [.retryAfter: "1"])
        case .readOnly:
            self.init(.forbidden, code: "forbidden", detail: "The store was opened for reading only.")
        case .newerVersion, .missing, .notWritable, .notAll, .failed:
            self.init(
                .internalServerError, code: "internal_error", detail: "The store could not do this.")
        }
    }
}
