/// An ISO 3166-1 alpha-2 code as a number; 0 for none.
struct CountryCode: Hashable, Sendable {
    let value: UInt16
    static let none = CountryCode([])

    /// Two ASCII letters; anything else is none.
    init(_ bytes: ArraySlice<UInt8>) {
        value = bytes.count == 2 ? bytes.reduce(0) { $0 << 8 | UInt16($1) } : 0
    }
}
