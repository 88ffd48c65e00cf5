import Dispatch
import Foundation

/// The built program, running.
final class RunningCommand {
    struct Ending {
        /// The exit status, or the number of the signal that ended it.
        var status: Int32
        var output: String
        var error: String
    }

    struct NotEnded: Error {}
    struct NotSeen: Error {
        var text: String
        var error: String
    }

    private static let program =
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "tarikh")

    private let folder: TemporaryFolder
    private let process = Process()
    private let ended = DispatchSemaphore(value: 0)
    private let input: FileHandle?

    /// Starts it with `input` on its standard input; with `nil` it stays open for `sendInBackground`.
    init(_ arguments: [String], input: String? = "", environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TARIKH_CONFIG": try folder.write("{}", to: "config"),
        ].merging(environment) { $1 }
        process.standardOutput = try FileHandle(
            forWritingTo: URL(filePath: try folder.write("", to: "output")))
        process.standardError = try FileHandle(
            forWritingTo: URL(filePath: try folder.write("", to: "error")))
        if let input {
            let file = try folder.write(input, to: "input")
            process.standardInput = try FileHandle(forReadingFrom: URL(filePath: file))
            self.input = nil
        } else {
            let pipe = Pipe()
            process.standardInput = pipe
            self.input = pipe.fileHandleForWriting
        }
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Sends as fast as it reads; what it does not live to read is lost.
    func sendInBackground(_ text: String) {
        signal(SIGPIPE, SIG_IGN)
        DispatchQueue.global().async { [input] in
            try? input?.write(contentsOf: Data(text.utf8))
        }
    }

    func send(signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end.
    func wait(seconds: Double = 100) throws -> Ending {
        guard ended.wait(timeout: .now() + seconds) == .success else { throw NotEnded() }
        return Ending(
            status: process.terminationStatus, output: try contents("output"), error: try contents("error"))
    }

    /// Waits until a line of standard error has `text`, and returns it.
    func line(with text: String, seconds: Double = 60) throws -> String {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            let line = try contents("error").split(separator: "\n").first { $0.contains(text) }
            if let line { return String(line) }
            Thread.sleep(forTimeInterval: 0.02)
        }
        throw NotSeen(text: text, error: try contents("error"))
    }

    private func contents(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
    }

    /// Runs it to its end.
    static func run(_ arguments: String..., input: String = "") throws -> Ending {
        try RunningCommand(arguments, input: input).wait()
    }
}
