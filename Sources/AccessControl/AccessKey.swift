/// A key as it is kept: everything but its secret.
package struct AccessKey: Sendable, Hashable {
    /// `k_…`, never given twice.
    package let id: String
    package let grant: KeyGrant
    /// Seconds since 1970.
    package let createdAt: Int64

    private static let prefix = "k_"
    private static let radix = 32

    init(row: Int64, grant: KeyGrant, createdAt: Int64) {
        id = Self.prefix + String(row, radix: Self.radix)
        self.grant = grant
        self.createdAt = createdAt
    }

    /// The row of a `k_…`; `nil` for anything else.
    static func row(_ id: String) -> Int64? {
        guard id.hasPrefix(prefix), let row = Int64(id.dropFirst(prefix.count), radix: radix),
            prefix + String(row, radix: radix) == id
        else { return nil }
        return row
    }
}
