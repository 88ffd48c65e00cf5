extension EDTFYear {
    /// The first and last year it may be; beyond what an `Int` holds, its largest or smallest value but one.
    var years: ClosedRange<Int> {
        let magnitudes = magnitudes
        return isNegative ? -magnitudes.upperBound ... -magnitudes.lowerBound : magnitudes
    }

    /// Whether the specified digits are those of `year`, which lies in `years`.
    func matches(_ year: Int) -> Bool {
        unspecified == 0 || digits?.matches(abs(year)) == true
    }

    private var magnitudes: ClosedRange<Int> {
        if unspecified != 0, let digits {
            // There is no year -0000: the smallest of -0X00 is -0100.
            let smallest = isNegative && magnitude == 0 ? lowestUnspecifiedUnit : magnitude
            return smallest...digits.largest
        }
        if exponent == 0 && significantDigits == 0 { return magnitude...magnitude }
        guard let number = EDTFYear.shift(magnitude, by: exponent) else { return Int.max...Int.max }
        // A unit beyond Int.max cannot be: it has no more digits than the number.
        guard let unit = EDTFYear.shift(1, by: estimatedDigits) else { return number...number }
        let first = number / unit * unit
        let (last, overflow) = first.addingReportingOverflow(unit - 1)
        return first...(overflow ? Int.max : last)
    }

    private var lowestUnspecifiedUnit: Int {
        EDTFYear.shift(1, by: unspecified.trailingZeroBitCount) ?? 1
    }

    /// `number`, which is no 0 where there is an exponent, times ten to the power of `exponent`; `nil` beyond `Int.max`.
    private static func shift(_ number: Int, by exponent: Int) -> Int? {
        var number = number
        var rest = exponent
        while rest > 0 {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            number = product
            rest -= 1
        }
        return number
    }
}
