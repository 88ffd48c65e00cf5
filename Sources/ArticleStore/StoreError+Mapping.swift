import Foundation
import GRDB
import SearchIndex

extension StoreError {
    /// Any error of the store's own work as what a caller can act on.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            self = .full
        case let error as DatabaseError where error.resultCode == .SQLITE_READONLY:
            self = .readOnly
        case IndexError.system(_, let errno) where errno == ENOSPC:
            self = .full
        case let error as DatabaseError:
            self = .failed(error.message ?? "SQLite error \(error.resultCode.rawValue)")
        default:
            self = .failed(String(describing: error))
        }
    }
}
