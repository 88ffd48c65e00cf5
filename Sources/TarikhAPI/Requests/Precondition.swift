import HTTPServer
import HTTPTypes

/// `If-Match`: what is changed must still be what the client saw (RFC 6585, 3; RFC 9110, 13.1.1).
enum Precondition {
    /// Whether any state will do; otherwise it is one of `tags`, of what there is.
    ///
    /// - Throws: `Problem` when the field is missing or names something else.
    static func isAny(_ request: Request, _ tags: [EntityTag], of what: String) throws(Problem) -> Bool {
        guard let condition = request.fields[.ifMatch] else {
            throw Problem(
                .preconditionRequired, code: "precondition_required",
                detail: "Send 'If-Match' with the ETag of what you saw, or '*'.",
                items: [Problem.Item(.header("If-Match"), code: "missing", detail: "'If-Match' is missing.")])
        }
        if condition.trimmingPrefix(while: { $0 == " " }) == "*" { return true }
        // If-Match compares strongly; a weak tag never matches (RFC 9110, 13.1.1).
        guard !condition.contains("W/"), tags.contains(where: { $0.isListed(in: condition) }) else {
            throw outdated(what)
        }
        return false
    }

    static func outdated(_ what: String) -> Problem {
        Problem(
            .preconditionFailed, code: "precondition_failed",
            detail: "The \(what) is not what you saw; read it again.")
    }
}
