import Foundation

/// A file that has its name only when all is written and on the disk.
final class WholeFile {
    private let path: String
    private let partPath: String
    private let handle: FileHandle
    private var isFinished = false

    init(path: String) throws(CommandFailure) {
        self.path = path
        partPath = path + ".part"
        guard FileManager.default.createFile(atPath: partPath, contents: nil),
            let handle = FileHandle(forWritingAtPath: partPath)
        else { throw CommandFailure(.failed, "\(partPath) can't be written.") }
        self.handle = handle
    }

    deinit {
        // What is not whole is of no use; when it can't be removed it still has another name.
        if !isFinished { try? FileManager.default.removeItem(atPath: partPath) }
    }

    func write(_ bytes: [UInt8]) throws(CommandFailure) {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            throw CommandFailure(.failed, "\(partPath) can't be written: \(SystemError.text(error)).")
        }
    }

    /// Puts it in the place of what had its name.
    func finish() throws(CommandFailure) {
        do {
            try handle.synchronize()
            try handle.close()
            guard unsafe rename(partPath, path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            isFinished = true
        } catch {
            throw CommandFailure(.failed, "\(path) can't be written: \(SystemError.text(error)).")
        }
    }
}
