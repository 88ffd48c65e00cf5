import Foundation
import TarikhAPI

/// This program as a file.
enum Program {
    static let version = Build.version

    /// The folder it lies in.
    static var folder: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }
}
