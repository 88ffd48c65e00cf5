import Foundation
import HTTPServer
import HTTPTypes
import Sockets
import Synchronization
import Testing

@Suite(.serialized) struct ServerTests {
    /// Echoes bodies, counts slow requests, and has a big answer.
    static let router = Router(routes: [
        Route(.get, "/hello", lane: .loop) { _, _ in Response(status: .ok, body: Array("hello".utf8)) },
        Route(.post, "/echo", lane: .loop) { request, _ in Response(status: .ok, body: request.body) },
        Route(.get, "/slow") { _, _ in
            Thread.sleep(forTimeInterval: 0.3)
            return Response(status: .ok, body: Array("slow".utf8))
        },
        Route(.get, "/big") { _, _ in
            Response(status: .ok, body: [UInt8](repeating: 0x78, count: ServerTests.bigBodySize))
        },
    ])

    static let bigBodySize = 5_000_000

    func with(
        _ change: (inout ServerConfiguration) -> Void = { _ in }, _ body: (Server, UInt16) throws -> Void
    ) throws {
        var configuration = ServerConfiguration()
        configuration.drainTimeout = 5
        change(&configuration)
        let server = Server(router: Self.router, configuration: configuration)
        let port = try server.start()
        defer { server.drain() }
        try body(server, port)
    }

    @Test func `a connection serves several requests, also when they come at once`() throws {
        try with { _, port in
            let client = try Client(port: port)
            client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.read { $0.hasSuffix("hello") }.hasPrefix("HTTP/1.1 200 OK\r\n"))
            client.send(
                "GET /slow HTTP/1.1\r\nHost: a\r\n\r\nPOST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
                    + "HEAD /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let answers = client.read()
            #expect(answers.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
            let slow = try #require(answers.range(of: "slow"))
            let echo = try #require(answers.range(of: "\r\n\r\nabc"))
            #expect(slow.upperBound <= echo.lowerBound)
            #expect(answers.hasSuffix("\r\n\r\n") && answers.contains("Content-Length: 5"))
        }
    }

    @Test func `more requests at once than a turn serves are all answered`() throws {
        try with { _, port in
            let client = try Client(port: port)
            let request = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
            client.send(String(repeating: request, count: 500))
            let answers = client.read {
                $0.components(separatedBy: "HTTP/1.1 200 OK").count == 501 && $0.hasSuffix("hello")
            }
            #expect(answers.components(separatedBy: "HTTP/1.1 200 OK").count == 501)
        }
    }

    @Test func `big answers to requests at once all come`() throws {
        try with { _, port in
            let client = try Client(port: port)
            let body = String(repeating: "y", count: 300_000)
            let request = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n" + body
            let sender = Thread { client.send(String(repeating: request, count: 6)) }
            sender.start()
            #expect(client.count(of: 0x79, upTo: 6 * 300_000) == 6 * 300_000)
        }
    }

    @Test func `a client that ends its side still gets its answer`() throws {
        try with { _, port in
            let client = try Client(port: port)
            client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            client.finishSending()
            #expect(client.read().hasSuffix("slow"))
        }
    }

    @Test func `HTTP/1.0 keeps a connection only when asked`() throws {
        try with { _, port in
            let client = try Client(port: port)
            client.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(client.read { $0.hasSuffix("hello") }.contains("\r\nConnection: keep-alive\r\n"))
            client.send("GET /hello HTTP/1.0\r\n\r\n")
            #expect(client.read().contains("\r\nConnection: close\r\n"))
        }
    }

    @Test func `a connection may begin with HTTP/2`() throws {
        try with { server, port in
            let client = try Client(port: port)
            client.send(HTTP2Frames.preface + HTTP2Frames.frame(HTTP2Frames.settings))
            client.send(HTTP2Frames.request(1, "/hello") + HTTP2Frames.request(3, "/slow"))
            let answers = client.read { $0.contains("hello") && $0.contains("slow") }
            #expect(answers.contains("hello") && answers.contains("slow"))
            #expect(server.connectionCounts == (http1: 0, http2: 1))
        }
    }

    @Test func `work whose connection is gone is not begun`() throws {
        let begun = Mutex(0)
        let router = Router(routes: [
            Route(.get, "/work") { _, _ in
                begun.withLock { $0 += 1 }
                Thread.sleep(forTimeInterval: 0.5)
                return Response(status: .ok)
            }
        ])
        var configuration = ServerConfiguration()
        configuration.blockingThreads = 1
        let server = Server(router: router, configuration: configuration)
        let port = try server.start()
        defer { server.drain() }
        let first = try Client(port: port)
        first.send("GET /work HTTP/1.1\r\nHost: a\r\n\r\n")
        Thread.sleep(forTimeInterval: 0.1)
        for _ in 0..<5 {
            let client = try Client(port: port)
            client.send("GET /work HTTP/1.1\r\nHost: a\r\n\r\n")
            Thread.sleep(forTimeInterval: 0.02)
            client.reset()
        }
        #expect(first.read { $0.hasSuffix("\r\n\r\n") }.hasPrefix("HTTP/1.1 200 "))
        Thread.sleep(forTimeInterval: 0.7)
        #expect(begun.withLock { $0 } == 1)
    }

    @Test func `a body comes in chunks, byte by byte`() throws {
        try with { _, port in
            let client = try Client(port: port)
            let request =
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "3;x=y\r\nabc\r\n0A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n"
            for byte in request.utf8 { client.send([byte]) }
            #expect(client.read().hasSuffix("\r\n\r\nabc0123456789"))
        }
    }

    @Test func `a client that waits to be told goes on`() throws {
        try with { _, port in
            let client = try Client(port: port)
            client.send(
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
            )
            #expect(client.read { $0.contains("\r\n\r\n") } == "HTTP/1.1 100 Continue\r\n\r\n")
            client.send("ok")
            #expect(client.read().hasSuffix("\r\n\r\nok"))
        }
    }

    @Test(arguments: [
        ("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404, "not_found"),
        (
            "PUT /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 405,
            "method_not_allowed"
        ),
        ("GET /hello HTTP/1.1\r\n\r\n", 400, "bad_request"),
        ("GET /hello HTTP/3.0\r\nHost: a\r\n\r\n", 505, "version_not_supported"),
        (
            "GET /" + String(repeating: "x", count: 9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414,
            "uri_too_long"
        ),
        (
            "GET /hello HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 100_000) + "\r\n\r\n",
            431, "headers_too_large"
        ),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n", 413, "too_large"),
        (
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501,
            "not_implemented"
        ),
    ])
    func `what can't be served is a problem`(_ request: String, _ status: Int, _ code: String) throws {
        try with { _, port in
            let answer = try Client.exchange(request, port: port)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
            #expect(answer.contains("Content-Type: application/problem+json"))
            #expect(answer.contains("\"code\":\"\(code)\"") && answer.contains("\"status\":\(status)"))
        }
    }

    @Test func `bytes that are no HTTP are not answered`() throws {
        try with { _, port in
            let answer = try Client.exchange("\u{16}\u{3}\u{1}", port: port)
            #expect(answer.isEmpty)
        }
    }

    @Test func `a request that never ends is told so and closed`() throws {
        try with({ $0.headerTimeout = 0.3 }) { _, port in
            let answer = try Client.exchange("GET /hello HTTP/1.1\r\nHo", port: port)
            #expect(answer.hasPrefix("HTTP/1.1 408 ") && answer.contains("request_timeout"))
        }
        try with({ $0.bodyTimeout = 0.3 }) { _, port in
            let answer = try Client.exchange(
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab", port: port)
            #expect(answer.hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test func `an idle connection is closed in time`() throws {
        try with({ $0.idleTimeout = 0.3 }) { server, port in
            let client = try Client(port: port)
            client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.read().hasSuffix("hello"))
        }
    }

    @Test func `a peer that does not read is dropped`() throws {
        try with({ $0.writeTimeout = 0.4 }) { server, port in
            let client = try Client(port: port)
            for _ in 0..<4 { client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n") }
            var waited = 0.0
            while waited < 0.5 || server.connectionCount > 0, waited < 20 {
                Thread.sleep(forTimeInterval: 0.1)
                waited += 0.1
            }
            // What the kernel had taken, and then the end.
            #expect(client.read().utf8.count < 4 * ServerTests.bigBodySize)
            #expect(server.connectionCount == 0)
        }
    }

    @Test func `a full queue says so`() throws {
        try with({
            $0.blockingThreads = 1
            $0.maximumQueuedRequests = 1
        }) { _, port in
            let clients = try (0..<8).map { _ in try Client(port: port) }
            for client in clients {
                client.send("GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            }
            let answers = clients.map { $0.read() }
            let refused = answers.filter { $0.hasPrefix("HTTP/1.1 503 ") }
            #expect(refused.count >= 4 && refused.count <= 7)
            #expect(refused.allSatisfy { $0.contains("Retry-After: 1") && $0.contains("overloaded") })
            #expect(answers.filter { $0.hasSuffix("slow") }.count == 8 - refused.count)
        }
    }

    @Test func `many idle connections are held`() throws {
        try with { server, port in
            let clients = try (0..<300).map { _ in try Client(port: port) }
            clients[299].send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(clients[299].read { $0.hasSuffix("hello") }.hasSuffix("hello"))
            clients[0].send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(clients[0].read { $0.hasSuffix("hello") }.hasSuffix("hello"))
            #expect(server.connectionCount >= 2 && server.connectionCount <= 300)
        }
    }

    @Test func `draining finishes what is under way and closes what is idle`() throws {
        var configuration = ServerConfiguration()
        configuration.drainTimeout = 5
        let server = Server(router: Self.router, configuration: configuration)
        let port = try server.start()
        let busy = try Client(port: port)
        let idle = try Client(port: port)
        idle.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = idle.read { $0.hasSuffix("hello") }
        busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        Thread.sleep(forTimeInterval: 0.1)
        let start = Date()
        server.drain()
        #expect(Date().timeIntervalSince(start) < 4)
        let answer = busy.read()
        #expect(answer.hasSuffix("slow") && answer.contains("Connection: close"))
        #expect(idle.read() == "")
        #expect(!Client.isWelcome(port: port))
        #expect(server.connectionCount == 0)
    }

    @Test func `one connection too many is told so`() throws {
        try with({ $0.maximumConnections = 2 }) { _, port in
            let clients = try (0..<2).map { _ in try Client(port: port) }
            for client in clients {
                client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(client.read { $0.hasSuffix("hello") }.hasSuffix("hello"))
            }
            let answer = try Client(port: port).read()
            #expect(answer.hasPrefix("HTTP/1.1 503 ") && answer.contains("overloaded"))
        }
    }

    @Test func `a taken port is told`() throws {
        try with { _, port in
            var configuration = ServerConfiguration()
            configuration.port = port
            let second = Server(router: Self.router, configuration: configuration)
            #expect(throws: ServerError.addressInUse(host: "127.0.0.1", port: port)) { try second.start() }
        }
    }

    @Test(arguments: ["localhost", "300.1.1.1", "", "203.0.113.7"]) func `an address that is none is told`(
        _ host: String
    ) {
        var configuration = ServerConfiguration()
        configuration.host = host
        let server = Server(router: Self.router, configuration: configuration)
        #expect(throws: ServerError.badAddress(host)) { try server.start() }
    }
}
