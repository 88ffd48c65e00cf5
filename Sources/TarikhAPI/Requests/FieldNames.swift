import HTTPTypes

extension HTTPField.Name {
    static let acceptPost = named("Accept-Post")
    static let acceptQuery = named("Accept-Query")
    static let apiKey = named("X-API-Key")
    static let host = named("Host")
    static let lastEventID = named("Last-Event-ID")
    static let link = named("Link")
    static let rateLimit = named("RateLimit")
    static let rateLimitPolicy = named("RateLimit-Policy")
    static let requestID = named("X-Request-Id")
    static let serverTiming = named("Server-Timing")
    static let traceParent = named("traceparent")
    static let omitted = named("X-Tarikh-Omitted")

    /// All names here are tokens (RFC 9110, 5.6.2), which the tests check.
    private static func named(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .trailer
    }
}
