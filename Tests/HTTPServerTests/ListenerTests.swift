import Foundation
import HTTPTypes
import Testing

@testable import HTTPServer
@testable import Sockets

extension ServerTests {
    struct ListenerTests {
        func serve(_ change: (inout ServerConfiguration) -> Void, _ body: (UInt16) throws -> Void) throws {
            var configuration = ServerConfiguration()
            configuration.drainTimeout = 5
            change(&configuration)
            let server = Server(router: ServerTests.router, configuration: configuration)
            let port = try server.start()
            defer { server.drain() }
            try body(port)
        }

        func path() -> String { NSTemporaryDirectory() + "tarikh-\(UUID().uuidString.prefix(8)).socket" }

        @Test func `a socket of the Unix domain answers, and its file goes with it`() throws {
            let path = path()
            try serve({ $0.socketPath = path }) { port in
                let url = "http://localhost/hello"
                #expect(Command.run(["curl", "-s", "--unix-socket", path, url]) == "hello")
                #expect(
                    Command.run(["curl", "-s", "--http2-prior-knowledge", "--unix-socket", path, url])
                        == "hello")
                let answer = try Client.exchange("GET /hello HTTP/1.0\r\n\r\n", port: port)
                #expect(answer.hasSuffix("hello"))
                // Somebody listens there.
                var second = ServerConfiguration()
                second.socketPath = path
                let server = Server(router: ServerTests.router, configuration: second)
                #expect(throws: ServerError.badSocketPath(path, errno: EADDRINUSE)) { try server.start() }
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }

        @Test func `a socket file that is left over is taken, another file is not`() throws {
            let path = path()
            let address = try #require(SocketAddress(path: path))
            // As a process that was killed leaves it.
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var storage = sockaddr_un()
            storage.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &storage.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
            let isBound = withUnsafePointer(to: &storage) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            #expect(isBound == 0)
            close(descriptor)
            _ = address
            try serve({ $0.socketPath = path }) { _ in
                #expect(Command.run(["curl", "-s", "--unix-socket", path, "http://a/hello"]) == "hello")
            }
            try Data().write(to: URL(fileURLWithPath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            var configuration = ServerConfiguration()
            configuration.socketPath = path
            let server = Server(router: ServerTests.router, configuration: configuration)
            #expect(throws: ServerError.badSocketPath(path, errno: EEXIST)) { try server.start() }
        }

        @Test func `IPv6 answers`() throws {
            try serve({ $0.host = "::1" }) { port in
                #expect(Command.run(["curl", "-s", "http://[::1]:\(port)/hello"]) == "hello")
            }
        }

        @Test(arguments: ["127.0.0.1", "::1"]) func `who reaches a listener`(_ host: String) throws {
            let address = try #require(SocketAddress(host: host, port: 0))
            let listener = try Listener(address, sharingPort: false)
            #expect(listener.isLocal && !listener.isUnix && listener.port > 0)
            let copy = try Listener(duplicating: listener.number)
            #expect(copy.isLocal && copy.port == listener.port && copy.number != listener.number)
        }

        @Test(
            arguments: [
                ("7", "2", [3, 4]), ("8", "2", []), ("7", "0", []), ("7", "-1", []), ("7", "x", []),
                ("7", "9999", []),
            ] as [(String, String, [Int32])])
        func `sockets of the service manager`(_ process: String, _ count: String, _ numbers: [Int32]) {
            #expect(InheritedSockets.descriptors(process: process, count: count, own: 7) == numbers)
            #expect(InheritedSockets.descriptors(process: nil, count: count, own: 7).isEmpty)
        }

        @Test func `what does not listen can't be taken over`() throws {
            #expect(throws: SystemError.self) { try Listener(duplicating: 0) }
            #expect(throws: SystemError.self) { try Listener(duplicating: -1) }
            let any = try #require(SocketAddress(host: "0.0.0.0", port: 0))
            let open = try Listener(any, sharingPort: false)
            #expect(!open.isLocal)
        }
    }
}
