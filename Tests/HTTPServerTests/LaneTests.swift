import Foundation
import HTTPServer
import HTTPTypes
import Synchronization
import Testing

/// What stands still in one lane does not keep the others.
@Suite(.serialized) struct LaneTests {
    /// Writes wait until they are let go.
    private final class Door: Sendable {
        private let isOpen = Mutex(false)
        let waiting = Mutex(0)

        func pass() {
            waiting.withLock { $0 += 1 }
            while !isOpen.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.005) }
        }

        func open() { isOpen.withLock { $0 = true } }
    }

    private static func routes(_ door: Door) -> [Route] {
        @Sendable func answer(_ text: String) -> Response { Response(status: .ok, body: Array(text.utf8)) }
        return [
            Route(.get, "/livez", lane: .loop) { _, _ in answer("live") },
            Route(.get, "/read") { _, _ in answer("read") },
            Route(.get, "/metrics", lane: .administration) { _, _ in answer("metrics") },
            Route(.post, "/write", lane: .writing) { request, _ in
                door.pass()
                return answer("written from " + (request.peer?.description ?? "nowhere"))
            },
        ]
    }

    @Test func `while writing stands still, reads, health and administration are answered`() throws {
        let door = Door()
        var configuration = ServerConfiguration()
        configuration.blockingThreads = 4
        configuration.maximumQueuedRequests = 3
        let server = Server(router: Router(routes: Self.routes(door)), configuration: configuration)
        let port = try server.start()
        defer { server.drain() }
        // Two are at work, three wait, and the rest is too many.
        let writers = try (0..<8).map { _ in try Client(port: port) }
        let write = "POST /write HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        for (index, writer) in writers.enumerated() {
            writer.send(write)
            if index < 2 {
                while door.waiting.withLock({ $0 }) <= index { Thread.sleep(forTimeInterval: 0.005) }
            }
        }
        let clock = ContinuousClock()
        for (path, body) in [("/livez", "live"), ("/read", "read"), ("/metrics", "metrics")] {
            let took = try clock.measure {
                for _ in 0..<20 {
                    let answer = try Client.exchange(
                        "GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", port: port)
                    #expect(answer.hasSuffix("\r\n\r\n" + body))
                }
            }
            #expect(took < .seconds(5), "\(path)")
        }
        #expect(server.waitingCounts.first { $0.lane == "writing" }?.count == 3)
        #expect(door.waiting.withLock { $0 } == 2)
        door.open()
        let answers = writers.map { $0.read() }
        #expect(answers.count { $0.hasSuffix("written from 127.0.0.1") } == 5)
        let turnedAway = answers.filter { $0.hasPrefix("HTTP/1.1 503 ") }
        #expect(turnedAway.count == 3)
        #expect(turnedAway.allSatisfy { $0.contains("Retry-After: 1") })
    }

    /// A refusal is dressed by middleware as it is, whatever is at its path.
    @Test func `middleware sees what is refused as it came`() throws {
        struct Recorder: Middleware {
            let seen: @Sendable (Request) -> Void
            func respond(to request: Request, next: (Request) -> Response) -> Response {
                seen(request)
                return next(request)
            }
        }
        let seen = Mutex<[Request]>([])
        let door = Door()
        let router = Router(
            routes: Self.routes(door),
            middleware: [Recorder { request in seen.withLock { $0.append(request) } }])
        var configuration = ServerConfiguration()
        configuration.blockingThreads = 1
        configuration.maximumQueuedRequests = 1
        let server = Server(router: router, configuration: configuration)
        let port = try server.start()
        defer { server.drain() }
        let clients = try (0..<4).map { _ in try Client(port: port) }
        for client in clients {
            client.send("POST /write HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            Thread.sleep(forTimeInterval: 0.05)
        }
        door.open()
        for client in clients { _ = client.read() }
        let refused = seen.withLock { $0.filter(\.isRefused) }
        #expect(refused.count == 2)
        #expect(refused.allSatisfy { $0.method == .post && $0.pattern == "/write" })
    }
}
