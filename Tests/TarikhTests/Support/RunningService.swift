import Foundation
import Testing

/// `tarikh serve` on a port that the kernel chose.
final class RunningService {
    let command: RunningCommand
    let port: UInt16

    init(_ folder: TemporaryFolder, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
        command = try RunningCommand(
            ["serve", "--data", folder.data, "--port", "0"] + arguments, environment: environment)
        let line = try JSONAnswer.object(try command.line(with: #""msg":"listening""#))
        #expect(line["host"] as? String == "127.0.0.1")
        port = UInt16(try #require(line["port"] as? Int))
    }

    /// Tells it to end, as a machine that goes down does.
    func stop() throws {
        command.send(signal: SIGTERM)
        #expect(try command.wait().status == 0)
    }
}
