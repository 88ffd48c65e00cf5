import Foundation
import HTTPServer
import HTTPTypes
import Testing

extension ServerTests {
    /// TLS as clients see it, by `curl` and `openssl`, which stand where the library does.
    @Suite(.serialized) struct TLSTests {
        final class Folder {
            let path: String

            init() throws {
                path = NSTemporaryDirectory() + "tarikh-tls-\(UUID().uuidString)"
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }

            deinit { try? FileManager.default.removeItem(atPath: path) }

            /// A self-signed certificate `NAME.pem` and its key `NAME.key`.
            func makeCertificate(_ name: String) throws {
                let made = Command.run([
                    "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-keyout", path + "/\(name).key", "-out", path + "/\(name).pem", "-days", "2", "-subj",
                    "/CN=\(name)", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                ])
                try #require(FileManager.default.fileExists(atPath: path + "/\(name).pem"), "\(made)")
            }
        }

        func with(
            _ change: (inout ServerConfiguration) -> Void = { _ in },
            _ body: (Server, UInt16, Folder) throws -> Void
        ) throws {
            let folder = try Folder()
            try folder.makeCertificate("server")
            try folder.makeCertificate("client")
            var configuration = ServerConfiguration()
            configuration.tlsCertificate = folder.path + "/server.pem"
            configuration.tlsKey = folder.path + "/server.key"
            configuration.tlsClientAuthorities = folder.path + "/client.pem"
            configuration.drainTimeout = 5
            change(&configuration)
            let server = Server(router: ServerTests.router, configuration: configuration)
            let port = try server.start()
            defer { server.drain() }
            try body(server, port, folder)
        }

        func get(_ port: UInt16, _ path: String, _ options: [String]) -> String {
            Command.run(
                ["curl", "-s", "--max-time", "20", "-w", "|%{http_version}|%{http_code}|%{size_download}"]
                    + options
                    + ["https://localhost:\(port)\(path)"])
        }

        @Test(arguments: [
            (["--http1.1"], "1.1"), (["--http2"], "2"), (["--http1.1", "--tls-max", "1.2"], "1.1"),
            (["--http2", "--tls-max", "1.2"], "2"), (["--no-alpn"], "1.1"),
        ])
        func `versions and protocols that are offered`(_ options: [String], _ version: String) throws {
            try with { _, port, folder in
                let trust = ["--cacert", folder.path + "/server.pem"]
                #expect(get(port, "/hello", options + trust) == "hello|\(version)|200|5")
                let size = ServerTests.bigBodySize
                let big = get(port, "/big", options + trust + ["-o", "/dev/null"])
                #expect(big == "|\(version)|200|\(size)")
                let body = folder.path + "/body"
                try Data(repeating: 0x61, count: 300_000).write(to: URL(fileURLWithPath: body))
                let echo = get(
                    port, "/echo", options + trust + ["-o", "/dev/null", "--data-binary", "@" + body])
                #expect(echo == "|\(version)|200|300000")
            }
        }

        @Test(arguments: [["-tls1_1"], ["-tls1_2", "-cipher", "AES128-SHA"], ["-alpn", "spdy/1"]])
        func `what is too old or not known is refused`(_ options: [String]) throws {
            try with { _, port, _ in
                let text = Command.run(["openssl", "s_client", "-connect", "127.0.0.1:\(port)"] + options)
                #expect(!text.contains("Verify return code: 18") || text.contains("alert"))
                #expect(!text.contains("Cipher is ECDHE") && !text.contains("Cipher is TLS_"))
            }
        }

        @Test func `a client without TLS gets no answer`() throws {
            try with { _, port, _ in
                let answer = try Client.exchange("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n", port: port)
                #expect(!answer.contains("HTTP/1.1"))
            }
        }

        @Test func `a handshake that does not end is ended`() throws {
            try with({ $0.handshakeTimeout = 0.3 }) { server, port, _ in
                let client = try Client(port: port)
                client.send([0x16, 0x03, 0x01, 0x02])
                #expect(client.read().isEmpty)
                #expect(server.connectionCount == 0)
            }
        }

        @Test func `the certificate is read anew, and open connections go on`() throws {
            try with { server, port, folder in
                let old = ["--cacert", folder.path + "/server.pem"]
                // Two requests on one connection, with the change of certificate between them.
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                let url = "https://localhost:\(port)"
                process.arguments =
                    ["curl", "-s", "-w", "|%{num_connects}|"] + old + [
                        url + "/slow", url + "/slow", url + "/slow",
                    ]
                let output = Pipe()
                process.standardOutput = output
                try process.run()
                Thread.sleep(forTimeInterval: 0.2)
                try folder.makeCertificate("server")
                try server.reloadCertificate()
                let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                process.waitUntilExit()
                #expect(text == "slow|1|slow|0|slow|0|")
                #expect(get(port, "/hello", ["--cacert", folder.path + "/server.pem"]) == "hello|2|200|5")
                try Data("no key".utf8).write(to: URL(fileURLWithPath: folder.path + "/server.key"))
                #expect(throws: ServerError.self) { try server.reloadCertificate() }
                #expect(get(port, "/hello", ["--cacert", folder.path + "/server.pem"]) == "hello|2|200|5")
            }
        }

        @Test(arguments: [
            (false, false, true), (false, true, true), (true, false, false), (true, true, true),
        ])
        func `client certificates`(_ isRequired: Bool, _ isShown: Bool, _ isServed: Bool) throws {
            try with({ $0.tlsRequiresClientCertificate = isRequired }) { _, port, folder in
                var options = ["--cacert", folder.path + "/server.pem"]
                if isShown {
                    options += ["--cert", folder.path + "/client.pem", "--key", folder.path + "/client.key"]
                }
                let first = get(port, "/hello", options)
                #expect(first.contains("hello|2|200|5") == isServed)
                // One that nobody vouches for.
                let strange = ["--cert", folder.path + "/server.pem", "--key", folder.path + "/server.key"]
                let answer = get(port, "/hello", ["--cacert", folder.path + "/server.pem"] + strange)
                #expect(!answer.contains("hello"))
            }
        }

        @Test func `files that are none stop the start`() throws {
            let folder = try Folder()
            try folder.makeCertificate("a")
            try folder.makeCertificate("b")
            for (certificate, key) in [
                ("a.pem", "b.key"), ("a.pem", "none"), ("none", "a.key"), ("a.key", "a.key"),
            ] {
                var configuration = ServerConfiguration()
                configuration.tlsCertificate = folder.path + "/" + certificate
                configuration.tlsKey = folder.path + "/" + key
                let server = Server(router: ServerTests.router, configuration: configuration)
                #expect(throws: ServerError.self) { try server.start() }
            }
        }
    }
}
