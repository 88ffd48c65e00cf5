extension Article {
    /// The text without the debris of `repairs`: tags and controls are left out, a character reference becomes its character, or a space when it is not known.
    package var cleanText: [UInt8] { cleanText(0..<text.count) }

    /// A part of the text without the debris in it; empty when the range does not lie in the text.
    package func cleanText(_ range: Range<Int>) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= text.count else { return [] }
        var clean: [UInt8] = []
        clean.reserveCapacity(range.count)
        var end = range.lowerBound
        for repair in repairs
        where repair.range.lowerBound >= end && repair.range.upperBound <= range.upperBound {
            clean += text[end..<repair.range.lowerBound]
            if repair.code == .characterReference { clean += Self.character(string(repair.range)).utf8 }
            end = repair.range.upperBound
        }
        return clean + text[end..<range.upperBound]
    }

    private static func character(_ reference: String) -> String {
        let name = reference.dropFirst().dropLast()
        guard name.hasPrefix("#") else { return named[String(name)] ?? " " }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { $0.value < 0x20 ? " " : String(Character($0)) } ?? " "
    }

    /// HTML's names (WHATWG HTML, 13.5) of the references that the parser knows.
    private static let named: [String: String] = [
        "nbsp": "\u{a0}", "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "laquo": "«",
        "raquo": "»",
        "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—", "hellip": "…",
        "zwnj": "\u{200c}", "zwj": "\u{200d}", "rlm": "\u{200f}", "lrm": "\u{200e}", "shy": "\u{ad}",
        "copy": "©",
        "middot": "·", "bull": "•",
    ]
}
