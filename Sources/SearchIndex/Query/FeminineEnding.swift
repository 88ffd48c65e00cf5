/// The feminine ending ة is written ت before a pronoun: سفارة, but سفارتها. The stemmer drops it from the first and can't know that
/// it stands in the second, so a query for one looks for the other's stem too.
enum FeminineEnding {
    private static let ha: [UInt8] = Array("\u{0647}".utf8)
    private static let ta: [UInt8] = Array("\u{062A}".utf8)
    /// Letters of 2 bytes that must be left, so that the ت of بيت is no ending.
    private static let shortest = 3 * 2

    /// The other stem of a folded word, if there can be one.
    static func otherStem(surface: [UInt8], stem: [UInt8]) -> [UInt8]? {
        guard surface != stem else { return nil }
        if surface.ends(with: stem + ha) { return stem + ta }
        if stem.ends(with: ta), stem.count - ta.count >= shortest, !surface.ends(with: ta) {
            return Array(stem.dropLast(ta.count))
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
