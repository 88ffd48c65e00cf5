import Foundation
import Testing

@Suite struct ServeListenerTests {
    /// What a program writes to its standard output.
    func output(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    func makeCertificate(_ folder: TemporaryFolder) throws -> (certificate: String, key: String) {
        let certificate = folder.path + "/certificate.pem"
        let key = folder.path + "/key.pem"
        _ = try output([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "2",
            "-keyout", key, "-out", certificate, "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost",
        ])
        return (certificate, key)
    }

    @Test func `TLS and a socket of the Unix domain answer, and SIGHUP reads the certificate anew`() throws {
        let folder = try TemporaryFolder()
        let (certificate, key) = try makeCertificate(folder)
        let socket = folder.path + "/socket"
        let service = try RunningService(
            folder, ["--tls-certificate", certificate, "--tls-key", key, "--socket", socket])
        let ask = ["curl", "-s", "-w", "|%{http_version}|%{http_code}", "-o", "/dev/null"]
        let url = "https://localhost:\(service.port)/livez"
        let trusted = try output(ask + ["--cacert", certificate, url])
        #expect(trusted == "|2|200")
        let local = try output(ask + ["--unix-socket", socket, "http://localhost/livez"])
        #expect(local == "|1.1|200")
        let old = try String(contentsOfFile: certificate, encoding: .utf8)
        _ = try makeCertificate(folder)
        service.command.send(signal: SIGHUP)
        _ = try service.command.line(with: #""msg":"reloaded""#)
        let reloaded = try output(ask + ["--cacert", certificate, url])
        #expect(reloaded == "|2|200")
        let previous = try folder.write(old, to: "old.pem")
        let refused = try output(ask + ["--cacert", previous, url])
        #expect(refused.hasSuffix("|000"))
        _ = try folder.write("none", to: "key.pem")
        service.command.send(signal: SIGHUP)
        _ = try service.command.line(with: #""msg":"not reloaded""#)
        let kept = try output(ask + ["--cacert", certificate, url])
        #expect(kept == "|2|200")
        try service.stop()
        #expect(!FileManager.default.fileExists(atPath: socket))
    }

    @Test func `files that are none end it with 78 and one line`() throws {
        let folder = try TemporaryFolder()
        let (certificate, key) = try makeCertificate(folder)
        let wrong: [[String]] = [
            ["--tls-certificate", certificate], ["--tls-certificate", key, "--tls-key", key],
            ["--tls-certificate", certificate, "--tls-key", folder.path + "/none"],
            ["--socket", certificate],
        ]
        for arguments in wrong {
            let ending = try RunningCommand(["serve", "--data", folder.data, "--port", "0"] + arguments)
                .wait()
            #expect(ending.status == 78, "\(arguments)")
            #expect(ending.error.split(separator: "\n").count == 1, "\(ending.error)")
        }
    }
}
