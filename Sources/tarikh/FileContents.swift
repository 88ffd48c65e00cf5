import Foundation

/// Small files that the configuration names.
enum FileContents {
    static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandFailure(.badConfiguration, "\(path) can't be read: \(SystemError.text(error)).")
        }
    }
}
