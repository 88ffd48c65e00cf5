/// A step around every request: authentication, logging, headers.
package protocol Middleware: Sendable {
    /// Answers `request`, usually by what `next` makes of it.
    func respond(to request: Request, next: (Request) -> Response) -> Response
}
