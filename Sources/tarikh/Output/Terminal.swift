import Foundation

/// The terminal that shows results.
enum Terminal {
    private static let defaultWidth = 100

    /// Columns: of the terminal, of the environment variable COLUMNS, or 100.
    static var width: Int {
        var size = winsize()
        if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return Int(size.ws_col)
        }
        let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        return columns.map { min(max($0, 40), 1000) } ?? defaultWidth
    }
}
