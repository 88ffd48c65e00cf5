import Foundation

/// A file, or standard input, read in pieces.
@safe
struct InputFile: ~Copyable {
    private static let pieceBytes = 1 << 18

    private let descriptor: Int32
    private let path: String

    /// `-` is standard input.
    init(path: String) throws(CommandFailure) {
        self.path = path == "-" ? "standard input" : path
        descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure(.failed, "\(path) can't be read: \(SystemError.text(errno)).")
        }
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next bytes; empty at the end.
    func read() throws(CommandFailure) -> [UInt8] {
        while true {
            var count = 0
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, initialized in
                count = unsafe Foundation.read(descriptor, buffer.baseAddress, buffer.count)
                initialized = max(count, 0)
            }
            if count >= 0 { return piece }
            guard errno == EINTR else {
                throw CommandFailure(.failed, "\(path) can't be read: \(SystemError.text(errno)).")
            }
        }
    }

    /// All bytes, but no more than `limit`.
    func readAll(limit: Int) throws(CommandFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let piece = try read()
            if piece.isEmpty { break }
            bytes += piece.prefix(limit - bytes.count)
        }
        return bytes
    }
}
