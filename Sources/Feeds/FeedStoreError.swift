import GRDB

/// Why feeds can't be read or changed.
package enum FeedStoreError: Error, Hashable, CustomStringConvertible {
    /// They were written by a newer version of Tarikh.
    case newerVersion
    /// SQLite failed.
    case failed(String)

    init(_ error: any Error) {
        switch error {
        case let error as FeedStoreError: self = error
        case let error as DatabaseError:
            self = .failed(error.message ?? "SQLite error \(error.resultCode.rawValue)")
        default: self = .failed(String(describing: error))
        }
    }

    /// For people.
    package var description: String {
        switch self {
        case .newerVersion: "The feeds were written by a newer version of Tarikh; use that version."
        case .failed(let reason): "The feeds can't be used: \(reason)"
        }
    }
}
