/// What this program is.
package enum Build {
    package static let name = "tarikh"
    package static let version = "0.1.0"

    package static var configuration: String {
        #if DEBUG
            "debug"
        #else
            "release"
        #endif
    }
}
