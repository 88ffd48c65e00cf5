import Glibc
import HTTPServer
import HTTPTypes

/// Serves 1 KiB from memory at `/loop` and `/blocking` on a port that it prints, until its standard input ends.
@main
enum HTTPBenchmark {
    static func main() throws {
        let body = [UInt8](repeating: 0x78, count: 1_024)
        let fields: HTTPFields = [.contentType: "text/plain"]
        let handler: Route.Handler = { _, _ in Response(status: .ok, fields: fields, body: body) }
        let router = Router(routes: [
            Route(.get, "/loop", lane: .loop, handler: handler),
            Route(.get, "/blocking", lane: .blocking, handler: handler),
        ])
        var configuration = ServerConfiguration()
        // More than the load generator has under way: what is refused is not measured.
        configuration.maximumQueuedRequests = 8_192
        let server = Server(router: router, configuration: configuration)
        print(try server.start())
        fflush(nil)
        while readLine() != nil {}
        server.drain()
    }
}
