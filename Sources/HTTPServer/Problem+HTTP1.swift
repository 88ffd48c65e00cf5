import HTTPTypes

extension Problem {
    /// The answer to bytes that are no acceptable request.
    init(_ error: HTTP1Error) {
        switch error {
        case .notHTTP:
            self.init(.badRequest, code: "bad_request", detail: "This is no HTTP request.")
        case .badRequest(let detail):
            self.init(.badRequest, code: "bad_request", detail: "The request is malformed: \(detail).")
        case .targetTooLong:
            self.init(
                .uriTooLong, code: "uri_too_long",
                detail: "The path and query are too long; send long queries in the body of a POST.")
        case .headersTooLarge:
            self.init(
                .requestHeaderFieldsTooLarge, code: "headers_too_large",
                detail: "The header fields are too large.")
        case .bodyTooLarge:
            self.init(.contentTooLarge, code: "too_large", detail: "The body is too large; send it in parts.")
        case .unknownMethod:
            self.init(
                .notImplemented, code: "not_implemented", detail: "The method is none that is known here.")
        case .unknownTransferCoding:
            self.init(
                .notImplemented, code: "not_implemented",
                detail: "Only the transfer coding 'chunked' is known.")
        case .unknownExpectation:
            self.init(
                .expectationFailed, code: "expectation_failed",
                detail: "Only the expectation '100-continue' can be met.")
        case .unsupportedVersion:
            self.init(
                .httpVersionNotSupported, code: "version_not_supported",
                detail: "Send HTTP/1.1, HTTP/1.0 or HTTP/2.")
        }
    }
}

extension Problem {
    static let overloaded = Problem(
        .serviceUnavailable, code: "overloaded", detail: "Too many requests are waiting; try again soon.",
        fields: [.retryAfter: "1"])

    static let requestTimeout = Problem(
        .requestTimeout, code: "request_timeout", detail: "The request did not arrive in time.")
}
