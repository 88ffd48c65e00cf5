import HTTPServer
import HTTPTypes

/// The fields that every answer has.
struct HeadersMiddleware: Middleware {
    func respond(to request: Request, next: (Request) -> Response) -> Response {
        let start = ContinuousClock.now
        var response = next(request)
        response.fields[.xContentTypeOptions] = "nosniff"
        if response.fields[.contentSecurityPolicy] == nil {
            response.fields[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        }
        response.fields[.vary] = [response.fields[.vary], "Accept, Accept-Encoding"].compactMap(\.self)
            .joined(
                separator: ", ")
        if request.method == .get || request.method == .head, response.fields[.cacheControl] == nil {
            response.fields[.cacheControl] = "private, no-cache"
        }
        let total = ServerTiming.entry("total", Stopwatch.seconds(since: start))
        response.fields[.serverTiming] = [response.fields[.serverTiming], total].compactMap(\.self).joined(
            separator: ", ")
        return response
    }
}
