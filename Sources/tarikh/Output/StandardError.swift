import Foundation

/// Where progress and errors go.
enum StandardError {
    /// Writes a line. When nobody can read it, there is nobody to tell.
    static func write(_ line: String) {
        write(bytes: Array((line + "\n").utf8))
    }

    static func write(bytes: [UInt8]) {
        try? FileHandle.standardError.write(contentsOf: bytes)
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
