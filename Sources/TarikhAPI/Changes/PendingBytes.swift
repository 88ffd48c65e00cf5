/// Bytes that were made and are given away in parts.
struct PendingBytes: Sendable {
    private var bytes: [UInt8] = []
    private var given = 0

    var count: Int { bytes.count - given }

    mutating func append(_ more: [UInt8]) {
        if count == 0 {
            bytes = more
            given = 0
        } else {
            bytes += more
        }
    }

    /// The first `limit`, or all that there are.
    mutating func take(_ limit: Int) -> [UInt8] {
        let part = bytes[given...].prefix(limit)
        given = part.endIndex
        if given == bytes.count {
            defer { self = PendingBytes() }
            return part.startIndex == 0 ? bytes : Array(part)
        }
        return Array(part)
    }
}
