import AccessControl
import HTTPServer
import HTTPTypes

/// Lets each key, and each network without one, send so many requests a minute, and tells them how many are left
/// (draft-ietf-httpapi-ratelimit-headers-10).
struct RateLimitMiddleware: Middleware {
    let table: AccessTable
    let limiter: RateLimiter
    /// Requests a minute for those whose key says nothing else; 0 for no limit.
    let rate: Int
    let metrics: Metrics

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        let key = request.key
        let rate = key?.grant.rate ?? rate
        guard rate > 0, !request.isRefused, table.access(of: request)?.scope != nil else {
            return next(request)
        }
        let client = key.map { .key($0.id) } ?? RateLimiter.Client.network(request.peer?.network ?? [])
        let outcome = limiter.take(client, rate: rate)
        let policy = key == nil ? "\"address\"" : "\"key\""
        var response: Response
        if outcome.isAllowed {
            response = next(request)
        } else {
            metrics.countRateLimited()
            response = Problem.rateLimited(seconds: outcome.seconds).response(to: request)
        }
        response.fields[.rateLimitPolicy] = "\(policy);q=\(rate);w=\(RateLimiter.window)"
        response.fields[.rateLimit] = "\(policy);r=\(outcome.remaining);t=\(outcome.seconds)"
        return response
    }
}

extension Problem {
    fileprivate static func rateLimited(seconds: Int) -> Problem {
        Problem(
            .tooManyRequests, code: "rate_limited",
            detail: "Too many requests; the next one is possible in \(seconds) s.",
            fields: [.retryAfter: String(seconds)])
    }
}
