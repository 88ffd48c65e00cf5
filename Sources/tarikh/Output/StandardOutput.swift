import Foundation

/// Where results go.
enum StandardOutput {
    static func write(_ line: String) throws(CommandFailure) {
        try write(bytes: Array((line + "\n").utf8))
    }

    static func write(bytes: [UInt8]) throws(CommandFailure) {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            throw CommandFailure(.failed, "The result can't be written: \(SystemError.text(error)).")
        }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
