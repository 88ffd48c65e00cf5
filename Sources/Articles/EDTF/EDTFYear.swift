/// A year, or the years that it may be.
package struct EDTFYear: Sendable, Hashable {
    /// The largest magnitude that is read, and the largest exponent and count of significant digits.
    package static let maximum = 999_999_999_999_999_999
    package static let maximumExponent = 999_999_999

    /// The written number without its sign, with 0 for each unspecified digit.
    package let magnitude: Int
    package let isNegative: Bool
    /// One bit for each unspecified digit of four; bit 0 stands for the ones.
    package let unspecified: UInt8
    /// The power of ten by which the number is multiplied; 0 when none is written.
    package let exponent: Int
    /// How many digits are known, the others being an estimate; 0 when nothing is said of it.
    package let significantDigits: Int

    /// A year as a number: four digits, or `Y` and more. `nil` beyond `maximum`.
    package init?(_ year: Int, significantDigits: Int = 0) {
        guard year.magnitude <= UInt(EDTFYear.maximum), 0...EDTFYear.maximumExponent ~= significantDigits
        else { return nil }
        magnitude = abs(year)
        isNegative = year < 0
        unspecified = 0
        exponent = 0
        self.significantDigits = significantDigits
    }

    /// A year of four digits of which some may be unspecified; `nil` for -0000, which is no year.
    package init?(_ digits: EDTFDigits, isNegative: Bool = false) {
        guard !isNegative || digits.largest > 0 else { return nil }
        magnitude = digits.value
        self.isNegative = isNegative
        unspecified = digits.unspecified
        exponent = 0
        significantDigits = 0
    }

    /// `Y-17E7`: a number but 0, times ten to the power of `exponent`, which is positive.
    package init?(_ significand: Int, exponent: Int, significantDigits: Int = 0) {
        guard significand != 0, significand.magnitude <= UInt(EDTFYear.maximum),
            1...EDTFYear.maximumExponent ~= exponent,
            0...EDTFYear.maximumExponent ~= significantDigits
        else { return nil }
        magnitude = abs(significand)
        isNegative = significand < 0
        unspecified = 0
        self.exponent = exponent
        self.significantDigits = significantDigits
    }

    /// Whether it is written without `Y`.
    package var hasFourDigits: Bool {
        exponent == 0 && magnitude <= 9999
    }

    /// Whether a month or season may follow: only where the year is four digits and nothing else.
    var takesMonth: Bool {
        hasFourDigits && significantDigits == 0
    }

    /// The four digits of a year that is written without `Y`.
    var digits: EDTFDigits? {
        hasFourDigits ? EDTFDigits(magnitude, unspecified: unspecified) : nil
    }

    /// How many digits at the end of the year are an estimate.
    var estimatedDigits: Int {
        guard significantDigits > 0 else { return 0 }
        var count = exponent + 1
        var rest = magnitude / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        return max(0, count - significantDigits)
    }
}
