/// What the problems of the API mean.
struct ProblemKind: Sendable {
    let status: Int
    let description: String

    /// By code. One line each: the status, the code, what it means.
    static let all: [String: ProblemKind] = {
        var kinds: [String: ProblemKind] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count == 3, let status = Int(parts[0]) else { continue }
            kinds[String(parts[1])] = ProblemKind(status: status, description: String(parts[2]))
        }
        return kinds
    }()

    private static let lines = """
        400 bad_request The request or its body is malformed; 'errors' says where.
        400 invalid_parameter A query parameter has a value that it can't have.
        400 unknown_parameter There is no such query parameter here; misspelt ones are not ignored.
        400 invalid_query The search query can't be read; 'offset' counts code points of it.
        400 invalid_cursor The cursor was not made for this query; start again without it.
        401 unauthorized A valid key is needed.
        403 forbidden This may not be done here or with this key.
        403 fetching_off This service was not told that it may fetch what is at addresses.
        404 not_found There is nothing at this address.
        405 method_not_allowed The address does not have this method; 'Allow' lists those it has.
        406 not_acceptable The answer is not available in the form that was asked for.
        408 request_timeout The request came too slowly.
        409 conflict The request contradicts what is stored.
        409 external_id_taken The external id belongs to an article with another text.
        409 idempotency_in_flight A request with the same 'Idempotency-Key' is being answered.
        410 cursor_expired The cursor is older than 15 minutes; start again without it.
        410 deleted It was there and has been deleted.
        412 precondition_failed It has changed since the client saw it; read it again.
        413 too_large An article's text has at most 2 MiB, a body at most 64 MiB.
        414 uri_too_long The request's target is too long.
        415 unsupported_media_type The body has a form that is not read here; 'Accept-Post' lists those that are.
        422 unprocessable The request is understood but asks for what can't be done.
        422 idempotency_mismatch Another request had this 'Idempotency-Key'.
        422 empty_text The text has no letter and no digit.
        422 invalid_utf8 The body is not UTF-8.
        424 batch_refused Nothing of the batch was stored, because of another article of it.
        428 precondition_required 'If-Match' with the ETag of what the client saw is needed.
        429 rate_limited Too many requests; 'Retry-After' says when to go on.
        431 headers_too_large The request's header section is too long.
        500 internal_error The service failed; the request id finds the reason in its log.
        503 overloaded Too much to do; 'Retry-After' says when to try again.
        503 starting The service is starting.
        503 draining The service is ending.
        503 disk_full Too little space is left to write; reading goes on.
        507 storage_exhausted No space was left while writing; nothing was stored.
        """
}
