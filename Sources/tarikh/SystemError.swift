import Foundation

/// Errors of the system in words.
enum SystemError {
    static func text(_ number: Int32) -> String {
        unsafe String(cString: strerror(number))
    }

    /// The reason in a Foundation error, shorter than its own description.
    static func text(_ error: any Error) -> String {
        let error = error as NSError
        if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError,
            underlying.domain == NSPOSIXErrorDomain
        {
            return text(Int32(truncatingIfNeeded: underlying.code))
        }
        return error.domain == NSPOSIXErrorDomain
            ? text(Int32(truncatingIfNeeded: error.code)) : error.localizedDescription
    }
}
