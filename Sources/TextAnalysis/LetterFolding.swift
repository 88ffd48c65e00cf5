/// Folds letters to what they are compared as: أإآٱ to ا, ى and ی to ي, ک to ك, ة to ه, ؤ to و, ئ to ي; without harakat,
/// tatweel and ZWNJ; presentation forms to letters; all digit sets to ASCII; Latin letters to lower case without accents.
package enum LetterFolding {
    /// The folded form of a word or phrase, white space runs as one space, none at the ends.
    package static func fold(_ text: String) -> String {
        var folded: [UInt8] = []
        var spaceIsDue = false
        for byte in fold(Array(text.utf8)) {
            if byte == 0x20 || (0x09...0x0d).contains(byte) {
                spaceIsDue = !folded.isEmpty
                continue
            }
            if spaceIsDue { folded.append(0x20) }
            spaceIsDue = false
            folded.append(byte)
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The same for UTF-8 bytes, white space as it is; invalid bytes are left out.
    package static func fold(_ text: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        fold(text, text.indices, into: &folded)
        return folded
    }

    /// Appends the folded form of a part of `text`.
    package static func fold(_ text: [UInt8], _ range: Range<Int>, into folded: inout [UInt8]) {
        let table = FoldingTable.arabic
        var offset = range.lowerBound
        while offset < range.upperBound {
            offset += foldScalar(text, offset, table, into: &folded)
        }
    }

    /// The folded form with, for each of its bytes and for its end, the byte of `text` it was made of.
    package static func foldWithOffsets(_ text: [UInt8]) -> (folded: [UInt8], sourceOffsets: [Int32]) {
        var folded: [UInt8] = []
        var sources: [Int32] = []
        folded.reserveCapacity(text.count)
        sources.reserveCapacity(text.count + 1)
        let table = FoldingTable.arabic
        var offset = 0
        while offset < text.count {
            let start = offset
            offset += foldScalar(text, offset, table, into: &folded)
            while sources.count < folded.count { sources.append(Int32(clamping: start)) }
        }
        sources.append(Int32(clamping: text.count))
        return (folded, sources)
    }

    /// Appends the folded form of the scalar at `offset`; returns its length in bytes.
    @inline(__always)
    private static func foldScalar(
        _ text: [UInt8], _ offset: Int, _ table: [UInt16], into folded: inout [UInt8]
    ) -> Int {
        let byte = text[offset]
        if byte < 0x80 {
            folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            return 1
        }
        let (value, length) = UTF8Decoding.scalar(text, offset)
        if let value {
            if value >= 0x600, value < 0x700 {
                let letter = table[Int(value & 0xff)]
                if letter != 0 { UTF8Decoding.append(UInt32(letter), to: &folded) }
            } else {
                foldOther(value, into: &folded)
            }
        }
        return length
    }

    private static func foldOther(_ value: UInt32, into folded: inout [UInt8]) {
        switch value {
        // Soft hyphen, zero-width and bidirectional marks, byte order mark.
        case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2069, 0xfeff: break
        // Combining marks; variation selectors.
        case 0x300...0x36f, 0x8d3...0x8ff, 0xfe00...0xfe0f: break
        case 0xc0...0x24f, 0x370...0x52f, 0x750...0x77f, 0x1e00...0x1fff, 0xfb00...0xfdff, 0xfe70...0xfefc,
            0xff00...0xffef:
            guard let letters = FoldingTable.decomposed[value] else {
                return UTF8Decoding.append(value, to: &folded)
            }
            folded += letters
        default: UTF8Decoding.append(digit(value) ?? value, to: &folded)
        }
    }

    /// The ASCII digit of a decimal digit of any script.
    private static func digit(_ value: UInt32) -> UInt32? {
        guard let properties = Unicode.Scalar(value)?.properties, properties.numericType == .decimal,
            let number = properties.numericValue, (0...9).contains(number)
        else { return nil }
        return 0x30 + UInt32(number)
    }
}
