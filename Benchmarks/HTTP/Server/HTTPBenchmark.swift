import Foundation
import HTTPServer
import HTTPTypes

/// Serves a body from memory at `/loop` and `/blocking`, until its standard input ends. Prints its port, and with a certificate
/// a second one, of TLS.
///
///     http-benchmark [body=FILE] [loops=N] [write=SECONDS] [certificate=FILE key=FILE]
@main
enum HTTPBenchmark {
    static func main() throws {
        var options: [String: String] = [:]
        for argument in CommandLine.arguments.dropFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { options[parts[0]] = parts[1] }
        }
        var body = [UInt8](repeating: 0x78, count: 1_024)
        if let file = options["body"] { body = Array(try Data(contentsOf: URL(fileURLWithPath: file))) }
        let router = router(of: body)
        var configuration = ServerConfiguration()
        // More than the load generator has under way: what is refused is not measured.
        configuration.maximumQueuedRequests = 8_192
        configuration.loops = options["loops"].flatMap { Int($0) } ?? 0
        configuration.writeTimeout = options["write"].flatMap { Double($0) } ?? configuration.writeTimeout
        var servers = [Server(router: router, configuration: configuration)]
        if let certificate = options["certificate"], let key = options["key"] {
            configuration.tlsCertificate = certificate
            configuration.tlsKey = key
            servers.append(Server(router: router, configuration: configuration))
        }
        for server in servers { print(try server.start()) }
        fflush(nil)
        while readLine() != nil {}
        for server in servers { server.drain() }
    }

    private static func router(of body: [UInt8]) -> Router {
        let fields: HTTPFields = [.contentType: "application/json"]
        let handler: Route.Handler = { _, _ in Response(status: .ok, fields: fields, body: body) }
        return Router(routes: [
            Route(.get, "/loop", lane: .loop, handler: handler),
            Route(.get, "/blocking", lane: .blocking, handler: handler),
            // What tests of conformance ask for and send to.
            Route(.get, "/", lane: .loop, handler: handler),
            Route(.post, "/", lane: .loop, handler: handler),
        ])
    }
}
