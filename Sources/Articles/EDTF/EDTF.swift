/// A value of the Extended Date/Time Format (Library of Congress, 4 February 2019; ISO 8601-2:2019), levels 0, 1 and 2, whole.
///
/// Every value there is has exactly one text, and reading that text gives the value again.
package enum EDTF: Sendable, Hashable {
    case date(EDTFDate)
    case dateTime(EDTFDateTime)
    case interval(EDTFInterval)
    case set(EDTFSet)

    /// The longest text that is read, in bytes.
    package static let maximumBytes = 256

    /// Reads a text in time linear in its length; nothing around the value is allowed, not even a space.
    package init(_ text: String) throws(Failure) {
        var parser = try EDTFParser(text)
        self = try parser.value()
    }

    /// The earliest and latest day that a text covers, as `EDTF.bounds`.
    package static func bounds(_ text: String) throws(Failure) -> (lower: CivilDate?, upper: CivilDate?) {
        try EDTF(text).bounds
    }
}
