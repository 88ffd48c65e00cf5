import Foundation
import Testing

@Suite struct KeysTests {
    @Test func `keys are added, listed and removed, also while the service runs`() throws {
        let folder = try TemporaryFolder()
        let service = try RunningService(folder)
        #expect(try RawConnection.get("/v1/stats", port: service.port).hasPrefix("HTTP/1.1 200 "))
        let added = try RunningCommand.run(
            "keys", "add", "--data", folder.data, "--name", "dashboards", "--scopes", "read,export", "--rate",
            "600", "--expires", "2999-12-31")
        #expect(added.status == 0)
        let secret = added.output.trimmingCharacters(in: .newlines)
        #expect(secret.hasPrefix("tarikh_") && !secret.contains("\n"))
        #expect(added.error.contains("k_1"))

        #expect(try Self.waits(for: "401", "/v1/stats", service.port))
        let bearer = ["Authorization: Bearer " + secret, "traceparent: 00-\(Self.trace)-00f067aa0ba902b7-00"]
        let answer = try RawConnection.get("/v1/stats", port: service.port, fields: bearer)
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        #expect(answer.contains("\r\nRateLimit-Policy: \"key\";q=600;w=60\r\n"))
        let line = try JSONAnswer.object(try service.command.line(with: Self.trace))
        #expect(line["key"] as? String == "k_1" && line["client"] as? String == "127.0.0.1")
        #expect(line["protocol"] as? String == "HTTP/1.1" && line["route"] as? String == "/v1/stats")
        #expect(line["trace_id"] as? String == Self.trace && line["status"] as? Int == 200)

        let table = try RunningCommand.run("keys", "list", "--data", folder.data).output
        #expect(table.contains("k_1") && table.contains("dashboards") && table.contains("read,export"))
        #expect(table.contains("2999-12-31T00:00:00Z") && !table.contains(secret))
        #expect(try RunningCommand.run("keys", "remove", "k_1", "--data", folder.data).status == 0)
        #expect(try RunningCommand.run("keys", "remove", "k_1", "--data", folder.data).status == 1)
        #expect(try Self.waits(for: "200", "/v1/stats", service.port))
        let log = try RawConnection.get("/v1/audit", port: service.port)
        #expect(
            log.contains(
                #""actor":"command","method":"DELETE","route":"/v1/keys/{id}","subject":"k_1","status":204"#))
        #expect(
            log.contains(
                #""actor":"command","method":"POST","route":"/v1/keys","subject":"k_1","status":201"#))
        try service.stop()
    }

    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    /// Two seconds, and what a busy machine takes for one request.
    private static func waits(for status: String, _ path: String, _ port: UInt16) throws -> Bool {
        let end = Date().addingTimeInterval(2.5)
        while Date() < end {
            if try RawConnection.get(path, port: port).hasPrefix("HTTP/1.1 \(status) ") { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }

    @Test func `with a key the service listens on other addresses`() throws {
        let folder = try TemporaryFolder()
        let added = try RunningCommand.run("keys", "add", "--data", folder.data, "--json")
        #expect(try JSONAnswer.object(added.output)["scopes"] as? [String] == ["read"])
        let command = try RunningCommand([
            "serve", "--data", folder.data, "--host", "0.0.0.0", "--port", "0",
        ])
        let line = try JSONAnswer.object(try command.line(with: #""msg":"listening""#))
        let port = UInt16(try #require(line["port"] as? Int))
        #expect(try RawConnection.get("/v1/stats", port: port).hasPrefix("HTTP/1.1 401 "))
        #expect(try RawConnection.get("/livez", port: port).hasPrefix("HTTP/1.1 200 "))
        command.send(signal: SIGTERM)
        #expect(try command.wait().status == 0)
    }

    @Test(arguments: [
        ["--scopes", "reed"], ["--scopes", ""], ["--expires", "soon"], ["--rate", "0"], ["--sources", "!a"],
    ])
    func `what a key can't be is wrong usage`(_ arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let ending = try RunningCommand(["keys", "add", "--data", folder.data] + arguments).wait()
        #expect(ending.status == 2)
        #expect(ending.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.data))
        #expect(try RunningCommand.run("keys", "list", "--data", folder.data).status == 0)
    }
}
