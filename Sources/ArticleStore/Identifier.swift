/// The opaque ids of the API: a letter for the kind and row numbers in base 32, such as `a_7s2`.
enum Identifier {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func article(_ row: Int64) -> String { "a_" + encode(row) }
    static func event(_ row: Int64) -> String { "e_" + encode(row) }
    static func mention(_ ordinal: Int, article row: Int64) -> String {
        "m_" + encode(row) + "_" + encode(Int64(ordinal))
    }

    static func cluster(_ row: Int64) -> String { "g_" + encode(row) }
    static func contradiction(_ row: Int64) -> String { "x_" + encode(row) }
    static func operation(_ row: Int64) -> String { "o_" + encode(row) }
    /// Of a claim of the article's event at `ordinal`.
    static func claim(_ index: Int, ordinal: Int, article row: Int64) -> String {
        "c_" + encode(row) + "_" + encode(Int64(ordinal)) + "_" + encode(Int64(index))
    }

    /// The row of an `a_…`; `nil` for anything else.
    static func articleRow(_ id: String) -> Int64? { row(id, prefix: "a_") }
    /// The row of an `e_…`; `nil` for anything else.
    static func eventRow(_ id: String) -> Int64? { row(id, prefix: "e_") }

    /// The row of an `x_…`; `nil` for anything else.
    static func contradictionRow(_ id: String) -> Int64? { row(id, prefix: "x_") }

    /// The row of an `o_…`; `nil` for anything else.
    static func operationRow(_ id: String) -> Int64? { row(id, prefix: "o_") }

    /// Where a claim is, of its `c_…`; `nil` for anything else.
    static func claimPlace(_ id: String) -> (article: Int64, ordinal: Int64, index: Int64)? {
        guard id.hasPrefix("c_") else { return nil }
        let parts = id.split(separator: "_", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 4, let article = row("_" + parts[1], prefix: "_"),
            let ordinal = row("_" + parts[2], prefix: "_"), let index = row("_" + parts[3], prefix: "_")
        else { return nil }
        return (article, ordinal, index)
    }

    /// Where a mention is, of its `m_…`; `nil` for anything else.
    static func mentionPlace(_ id: String) -> (article: Int64, ordinal: Int)? {
        guard id.hasPrefix("m_") else { return nil }
        let parts = id.split(separator: "_", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let article = row("_" + parts[1], prefix: "_"),
            let ordinal = row("_" + parts[2], prefix: "_").flatMap({ Int(exactly: $0) })
        else { return nil }
        return (article, ordinal)
    }

    private static func encode(_ row: Int64) -> String {
        var rest = UInt64(max(row, 0))
        var text: [UInt8] = []
        repeat {
            text.append(digits[Int(rest % 32)])
            rest /= 32
        } while rest > 0
        return String(decoding: text.reversed(), as: UTF8.self)
    }

    private static func row(_ id: String, prefix: String) -> Int64? {
        guard id.hasPrefix(prefix) else { return nil }
        let text = id.utf8.dropFirst(prefix.utf8.count)
        guard (1...13).contains(text.count), text.first != digits[0] || text.count == 1 else { return nil }
        var row: UInt64 = 0
        for byte in text {
            guard let digit = digits.firstIndex(of: byte), row >> 58 == 0 else { return nil }
            row = row << 5 | UInt64(digit)
        }
        return Int64(row)
    }
}
