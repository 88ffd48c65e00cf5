import Foundation

/// What letters fold to.
enum FoldingTable {
    /// U+0600…U+06FF; 0 for what is dropped.
    static let arabic: [UInt16] = {
        var table = (0x600...0x6ff).map { UInt16($0) }
        func set(_ scalars: ClosedRange<Int>, _ letter: UInt16) {
            for scalar in scalars { table[scalar - 0x600] = letter }
        }
        // Harakat, Quranic marks, tatweel.
        for range in [
            0x600...0x605, 0x610...0x61a, 0x61c...0x61c, 0x640...0x640, 0x64b...0x65f, 0x670...0x670,
            0x6d6...0x6dc, 0x6dd...0x6e4, 0x6e7...0x6e8, 0x6ea...0x6ed,
        ] {
            set(range, 0)
        }
        let alef: UInt16 = 0x627
        let yeh: UInt16 = 0x64a
        for scalar in [0x622, 0x623, 0x625, 0x671, 0x672, 0x673] { set(scalar...scalar, alef) }
        for scalar in [0x649, 0x626, 0x6cc, 0x6cd, 0x6d2, 0x6d3] { set(scalar...scalar, yeh) }
        set(0x624...0x624, 0x648)
        for scalar in [0x629, 0x6be, 0x6c0, 0x6c1, 0x6c2, 0x6c3, 0x6d5] { set(scalar...scalar, 0x647) }
        for scalar in [0x6a9, 0x6aa, 0x6ab] { set(scalar...scalar, 0x643) }
        for digit in 0..<10 {
            set(0x660 + digit...0x660 + digit, UInt16(0x30 + digit))
            set(0x6f0 + digit...0x6f0 + digit, UInt16(0x30 + digit))
        }
        return table
    }()

    /// Latin, Greek and Cyrillic letters in lower case without accents, and compatibility forms as letters, in UTF-8.
    static let decomposed: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        let ranges = [
            0xc0...0x24f, 0x370...0x52f, 0x750...0x77f, 0x1e00...0x1fff, 0xfb00...0xfdff, 0xfe70...0xfefc,
            0xff00...0xffef,
        ]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let letters = fold(scalar)
            if letters != [UInt32(value)] {
                var bytes: [UInt8] = []
                for letter in letters { UTF8Decoding.append(letter, to: &bytes) }
                table[UInt32(value)] = bytes
            }
        }
        return table
    }()

    private static func fold(_ scalar: Unicode.Scalar) -> [UInt32] {
        let lower = String(scalar).lowercased().decomposedStringWithCompatibilityMapping
        return lower.unicodeScalars.compactMap { letter in
            if (0x600...0x6ff).contains(letter.value) {
                let folded = arabic[Int(letter.value & 0xff)]
                return folded == 0 ? nil : UInt32(folded)
            }
            return letter.properties.generalCategory == .nonspacingMark ? nil : letter.value
        }
    }
}
