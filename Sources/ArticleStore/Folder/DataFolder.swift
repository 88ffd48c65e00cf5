import Foundation

/// The folder that holds everything: the database, the index beside it, and the lock of the one that writes.
struct DataFolder: Sendable {
    let path: String

    var database: String { path + "/tarikh.sqlite" }
    var index: String { path + "/index" }
    /// Where an index is built before it takes the place of the other.
    var newIndex: String { path + "/index.new" }
    var lock: String { path + "/lock" }

    /// Makes the folder where it is missing.
    func create() throws(StoreError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .notWritable(folder: path, reason: Self.reason(error))
        }
        guard unsafe access(path, W_OK | X_OK) == 0 else {
            throw .notWritable(folder: path, reason: unsafe String(cString: strerror(errno)))
        }
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
            return "the folder can't be made"
        }
        return unsafe String(cString: strerror(Int32(underlying.code)))
    }
}
