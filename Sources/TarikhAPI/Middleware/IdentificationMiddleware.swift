import HTTPServer

/// Finds out who asks. What they may do is the question of others.
struct IdentificationMiddleware: Middleware {
    let gate: Gate

    func respond(to request: Request, next: (Request) -> Response) -> Response {
        var request = request
        request.caller = gate.caller(of: request)
        return next(request)
    }
}
