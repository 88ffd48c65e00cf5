import Foundation

/// The secret that cursors are signed with: kept in the data folder, so that cursors outlive a restart.
enum CursorKey {
    private static let length = 32

    /// The key of `folder`, made when there is none and `mayWrite`; else one for this process alone.
    static func load(folder: String, mayWrite: Bool) -> [UInt8] {
        let path = folder + "/cursor.key"
        if let data = FileManager.default.contents(atPath: path), data.count == length {
            return [UInt8](data)
        }
        var generator = SystemRandomNumberGenerator()
        let key = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        guard mayWrite else { return key }
        // Without the file cursors end with the process, which costs a client one more request.
        _ = FileManager.default.createFile(
            atPath: path, contents: Data(key), attributes: [.posixPermissions: 0o600])
        return key
    }
}
