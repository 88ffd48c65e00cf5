import Foundation
import Synchronization

/// Knows whether the data folder's file system is nearly full.
final class DiskWatch: Sendable {
    /// Full means less than a twentieth and less than this many bytes: on a large disk a twentieth is plenty.
    private static let enoughBytes = 2 << 30
    /// Seconds for which an answer holds.
    private static let interval = Duration.seconds(5)

    private let folder: String
    private let last = Mutex<(at: ContinuousClock.Instant, isFull: Bool)?>(nil)

    init(folder: String) {
        self.folder = folder
    }

    var isFull: Bool {
        last.withLock { last in
            let now = ContinuousClock.now
            if let last, now - last.at < Self.interval { return last.isFull }
            let isFull = Self.isFull(folder)
            last = (now, isFull)
            return isFull
        }
    }

    private static func isFull(_ folder: String) -> Bool {
        // A folder whose file system does not tell is not known to be full; writing to it will show.
        guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder),
            let free = (attributes[.systemFreeSize] as? NSNumber)?.intValue,
            let size = (attributes[.systemSize] as? NSNumber)?.intValue
        else { return false }
        return free < enoughBytes && free < size / 20
    }
}
