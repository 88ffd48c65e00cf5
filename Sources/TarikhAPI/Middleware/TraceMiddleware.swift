import HTTPServer
import HTTPTypes

/// Goes on with the trace that a request says it is a part of (W3C Trace Context).
struct TraceMiddleware: Middleware {
    func respond(to request: Request, next: (Request) -> Response) -> Response {
        guard let field = request.fields[.traceParent], let trace = TraceContext(traceparent: field) else {
            return next(request)
        }
        var request = request
        request.trace = trace
        return next(request)
    }
}
