import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import HTTPServer

@Suite(.serialized) struct StreamingTests {
    static let size = 20_000_000

    let log = CountingSource.Log()
    let speaker = SpokenSource.Speaker()

    private func with(
        _ change: (inout ServerConfiguration) -> Void = { _ in }, _ body: (Server, UInt16) throws -> Void
    ) throws {
        var configuration = ServerConfiguration()
        configuration.drainTimeout = 5
        change(&configuration)
        let server = Server(router: router, configuration: configuration)
        let port = try server.start()
        defer { server.drain() }
        try body(server, port)
    }

    private var router: Router {
        Router(routes: [
            streamed("/big") { [log] in CountingSource(Self.size, log: log) },
            streamed("/small") { [log] in CountingSource(10, log: log) },
            streamed("/nothing") { [log] in CountingSource(0, log: log) },
            streamed("/broken") { [log] in CountingSource(200_000, fails: true, log: log) },
            streamed("/spoken") { [speaker] in SpokenSource(speaker) },
            Route(.get, "/hello", lane: .loop) { _, _ in Response(status: .ok, body: Array("hello".utf8)) },
        ])
    }

    private func streamed(
        _ path: String, _ source: @escaping @Sendable () -> any ResponseSource
    ) -> Route {
        Route(.get, path) { _, _ in
            var response = Response(status: .ok)
            response.source = source()
            return response
        }
    }

    private func get(_ path: String, method: String = "GET", version: String = "1.1") -> String {
        "\(method) \(path) HTTP/\(version)\r\nHost: a\r\n\r\n"
    }

    @Test func `pieces come as chunks, and the connection goes on`() throws {
        try with { _, port in
            let client = try Client(port: port)
            client.send(get("/small") + get("/nothing") + get("/hello"))
            let answers = client.read { $0.hasSuffix("hello") }
            #expect(answers.contains("Transfer-Encoding: chunked"))
            #expect(answers.contains("\r\n\r\na\r\nzzzzzzzzzz\r\n0\r\n\r\nHTTP/1.1 200 OK"))
            #expect(answers.components(separatedBy: "\r\n\r\n0\r\n\r\n").count == 2)
            #expect(log.awaitFreed(2))
        }
    }

    @Test func `HTTP 1.0 has the end of the connection as that of the content`() throws {
        try with { _, port in
            let answer = try Client.exchange(get("/small", version: "1.0"), port: port)
            #expect(answer.hasSuffix("\r\n\r\nzzzzzzzzzz"))
            #expect(answer.contains("Connection: close"))
            #expect(!answer.contains("chunked") && !answer.contains("Content-Length"))
        }
    }

    @Test func `HEAD has no content, and its source is let go of`() throws {
        try with { _, port in
            let client = try Client(port: port)
            client.send(get("/big", method: "HEAD") + get("/hello"))
            let answers = client.read { $0.hasSuffix("hello") }
            #expect(!answers.contains("z"))
            #expect(log.awaitFreed(1))
            #expect(log.given.load(ordering: .relaxed) == 0)
        }
    }

    @Test func `a reader that is slow gets all, and little is made before it reads`() throws {
        try with { _, port in
            let client = try Client(port: port)
            client.send(get("/big"))
            Thread.sleep(forTimeInterval: 0.5)
            // The kernel's buffers take some megabytes on loopback.
            let early = log.given.load(ordering: .relaxed)
            Thread.sleep(forTimeInterval: 0.3)
            #expect(log.given.load(ordering: .relaxed) == early)
            #expect(early < Self.size)
            #expect(client.count(of: 0x7a, upTo: Self.size) == Self.size)
        }
    }

    @Test(arguments: [true, false]) func `a reader that goes frees the source`(resets: Bool) throws {
        try with { _, port in
            var clients = try [Client(port: port), Client(port: port)]
            clients[0].send(get("/big"))
            clients[1].send(get("/spoken"))
            _ = clients[0].count(of: 0x7a, upTo: 1)
            if resets { clients[0].reset() }
            clients = []
            #expect(log.awaitFreed(1))
        }
    }

    @Test func `a reader that does not read is closed`() throws {
        try with({ $0.writeTimeout = 0.5 }) { server, port in
            let client = try Client(port: port)
            client.send(get("/big"))
            #expect(log.awaitFreed(1))
            #expect(server.connectionCount == 0)
            #expect(log.given.load(ordering: .relaxed) < Self.size)
        }
    }

    @Test func `a source that fails ends the connection without the last chunk`() throws {
        try with { _, port in
            let answer = try Client.exchange(get("/broken"), port: port)
            #expect(answer.contains("zzz"))
            #expect(!answer.hasSuffix("0\r\n\r\n"))
            #expect(log.awaitFreed(1))
        }
    }

    @Test func `two hundred that wait need no threads`() throws {
        try with({ $0.blockingThreads = 1 }) { _, port in
            let clients = try (0..<200).map { _ in try Client(port: port) }
            for client in clients { client.send(get("/spoken")) }
            for client in clients { _ = client.read { $0.contains("\r\n\r\n") } }
            #expect(try Client.exchange(get("/hello", version: "1.0"), port: port).hasSuffix("hello"))
            speaker.say("one")
            for client in clients { #expect(client.read { $0.contains("one\n") }.contains("one\n")) }
            speaker.say("two")
            for client in clients { #expect(client.read { $0.contains("two\n") }.contains("two\n")) }
        }
    }

    @Test func `those that wait come to their end when the server does`() throws {
        let clients = try withDrained { port in
            let client = try Client(port: port)
            client.send(get("/spoken"))
            _ = client.read { $0.contains("\r\n\r\n") }
            return client
        }
        #expect(clients.read().hasSuffix("0\r\n\r\n"))
    }

    private func withDrained(_ body: (UInt16) throws -> Client) throws -> Client {
        var configuration = ServerConfiguration()
        configuration.drainTimeout = 30
        let server = Server(router: router, configuration: configuration)
        let client = try body(try server.start())
        let start = ContinuousClock.now
        server.drain()
        #expect(ContinuousClock.now - start < .seconds(10))
        return client
    }

    // MARK: HTTP/2

    @Test func `HTTP 2 sends pieces as the windows allow`() throws {
        try with { _, port in
            let output = Command.run([
                "curl", "-s", "--http2-prior-knowledge", "-o", "/dev/null", "-w",
                "%{http_version} %{size_download}",
                "http://127.0.0.1:\(port)/big", "http://127.0.0.1:\(port)/nothing",
            ])
            #expect(output.hasPrefix("2 \(Self.size)"))
            #expect(log.awaitFreed(1))
        }
    }

    private func open(_ port: UInt16) throws -> Client {
        let client = try Client(port: port)
        client.send(HTTP2Frames.preface + HTTP2Frames.frame(HTTP2Frames.settings))
        return client
    }

    /// Reads until a frame of this type and stream came; gives all frames in `received`, to which it adds.
    private func frames(
        _ client: Client, _ received: inout [UInt8], until type: UInt8, stream: Int
    ) -> [HTTP2Frames.Frame] {
        let before = received
        received += client.readBytes { bytes in
            HTTP2Frames.parse(before + bytes).contains { $0.type == type && $0.stream == stream }
        }
        return HTTP2Frames.parse(received)
    }

    @Test func `a source that fails resets its stream only`() throws {
        try with { _, port in
            let client = try open(port)
            let window = HTTP2Frames.frame(HTTP2Frames.windowUpdate, HTTP2Frames.number(1 << 20))
            let streamWindow = HTTP2Frames.frame(
                HTTP2Frames.windowUpdate, stream: 1, HTTP2Frames.number(1 << 20))
            client.send(window + HTTP2Frames.request(1, "/broken") + streamWindow)
            var received: [UInt8] = []
            let frames = frames(client, &received, until: HTTP2Frames.resetStream, stream: 1)
            // RFC 9113, 7: INTERNAL_ERROR.
            #expect(frames.last { $0.type == HTTP2Frames.resetStream }?.payload == [0, 0, 0, 2])
            client.send(HTTP2Frames.request(3, "/hello"))
            let more = self.frames(client, &received, until: HTTP2Frames.data, stream: 3)
            #expect(more.last?.payload == Array("hello".utf8))
        }
    }

    @Test func `a stream that is given up frees its source, and others go on`() throws {
        try with { _, port in
            let client = try open(port)
            client.send(HTTP2Frames.request(1, "/big") + HTTP2Frames.request(3, "/spoken"))
            var received: [UInt8] = []
            _ = frames(client, &received, until: HTTP2Frames.data, stream: 1)
            client.send(HTTP2Frames.frame(HTTP2Frames.resetStream, stream: 1, HTTP2Frames.number(8)))
            #expect(log.awaitFreed(1))
            let window = HTTP2Frames.frame(HTTP2Frames.windowUpdate, HTTP2Frames.number(1 << 20))
            client.send(window)
            speaker.say("one")
            let data = frames(client, &received, until: HTTP2Frames.data, stream: 3)
            #expect(data.contains { $0.stream == 3 && $0.payload == Array("one\n".utf8) })
        }
    }
}
