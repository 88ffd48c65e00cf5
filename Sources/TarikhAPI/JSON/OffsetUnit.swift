package import Articles

/// What the API's spans count.
package enum OffsetUnit: String, Sendable, CaseIterable {
    case codepoint, utf16, utf8

    /// A byte range of the text of `offsets` in this unit.
    package func span(_ bytes: Range<Int>, _ offsets: OffsetMap) -> Range<Int> {
        switch self {
        case .codepoint: offsets.codePoints(bytes)
        case .utf16: offsets.utf16(bytes)
        case .utf8: bytes
        }
    }
}
