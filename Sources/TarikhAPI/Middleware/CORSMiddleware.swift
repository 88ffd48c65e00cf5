import HTTPServer
import HTTPTypes

/// Lets pages of the configured origins read answers (WHATWG Fetch, 3.2).
struct CORSMiddleware: Middleware {
    let origins: Set<String>

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        guard let origin = request.fields[.origin], origins.contains(origin) else {
            var response = next(request)
            response.fields[.vary] = "Origin"
            return response
        }
        let isPreflight = request.method == .options && request.fields[.accessControlRequestMethod] != nil
        var response = isPreflight ? Response(status: .noContent) : next(request)
        response.fields[.accessControlAllowOrigin] = origin
        response.fields[.vary] = "Origin"
        if isPreflight {
            response.fields[.accessControlAllowMethods] = "GET, HEAD, POST, PATCH, DELETE, QUERY"
            response.fields[.accessControlAllowHeaders] =
                "Authorization, Content-Encoding, Content-Type, If-Match, If-None-Match, Prefer, traceparent, "
                + "tracestate, X-API-Key, X-Request-Id"
            response.fields[.accessControlMaxAge] = "600"
        } else {
            response.fields[.accessControlExposeHeaders] =
                "Accept-Post, Accept-Query, Allow, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, "
                + "Server-Timing, WWW-Authenticate, X-Request-Id, X-Tarikh-Omitted"
        }
        return response
    }
}
