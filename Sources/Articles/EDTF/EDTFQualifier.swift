/// What is doubtful about a part of a date: `?` uncertain, `~` approximate, `%` both.
package struct EDTFQualifier: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue & 0b11
    }

    package static let uncertain = EDTFQualifier(rawValue: 1)
    package static let approximate = EDTFQualifier(rawValue: 2)

    var sign: String {
        switch self {
        case .uncertain: "?"
        case .approximate: "~"
        default: isEmpty ? "" : "%"
        }
    }
}
