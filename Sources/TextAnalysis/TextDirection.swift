/// The base direction of a paragraph, by its first strong character (UAX #9, P2 and P3).
package enum TextDirection: String, Sendable, Hashable, CaseIterable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
}
