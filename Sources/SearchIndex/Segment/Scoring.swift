/// BM25F after Robertson, Zaragoza, Taylor: Simple BM25 Extension to Multiple Weighted Fields (2004): the fields' term frequencies and
/// lengths are added up, each times the field's weight, before they saturate.
///
/// Frequencies are kept in 4 bits, lengths in 8. Scores are added as integers, so that a document's score does not depend on
/// the order in which its words or segments are visited.
enum Scoring {
    static let k1 = 1.2
    static let b = 0.75
    /// What a matching surface form counts compared with the stem.
    static let surfaceWeight = 0.3
    /// Steps of one unit of score.
    static let scale: Float = 4096

    /// The frequencies that the codes 0 to 15 stand for.
    static let frequencies: [Float] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 28, 40, 64]

    /// The code of the nearest frequency, at least 1.
    static func code(ofFrequency frequency: Float) -> UInt8 {
        var code = 1
        while code < 15, frequency >= (frequencies[code] + frequencies[code + 1]) / 2 { code += 1 }
        return UInt8(code)
    }

    /// Exact below 40, then 8 steps an octave.
    static func norm(ofLength length: UInt32) -> UInt8 {
        if length < 40 { return UInt8(length) }
        let exponent = 31 - length.leadingZeroBitCount
        let step = Int(length >> UInt32(exponent - 3)) & 7
        return UInt8(min(255, 40 + (exponent - 5) * 8 + step))
    }

    static func length(ofNorm norm: UInt8) -> Double {
        if norm < 40 { return Double(norm) }
        let exponent = (Int(norm) - 40) / 8 + 5
        let step = (Int(norm) - 40) & 7
        return (Double(8 + step) + 0.5) * Double(1 << (exponent - 3))
    }

    /// The saturated frequency, 0 to 1, for each code (high bits) and norm (low 8 bits), in 65,536ths.
    static func impacts(averageLength: Double) -> [UInt32] {
        var table = [UInt32](repeating: 0, count: 16 * 256)
        for norm in 0..<256 {
            let relative = length(ofNorm: UInt8(norm)) / max(averageLength, 1)
            let pivot = k1 * (1 - b + b * relative)
            for code in 1..<16 {
                let frequency = Double(frequencies[code])
                table[code << 8 | norm] = UInt32(65535 * frequency / (frequency + pivot))
            }
        }
        return table
    }

    /// The weight of a term that is in `documents` of `total`, times `factor`, in steps.
    static func weight(documents: Int, total: Int, factor: Double) -> UInt32 {
        let rarity = (Double(max(total - documents, 0)) + 0.5) / (Double(documents) + 0.5)
        return UInt32(min(factor * logarithm(1 + rarity) * Double(scale), 65535))
    }

    /// The weight of several words together can be above 16 bits.
    @inline(__always)
    static func score(weight: UInt32, impact: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: (UInt64(weight) &* UInt64(impact)) >> 16)
    }
}
