/// Writes numbers of a model file, little-endian.
struct ModelWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt8) { bytes.append(value) }

    mutating func append(_ value: some FixedWidthInteger) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    mutating func append(_ values: [UInt8]) { bytes += values }

    /// At most 255 bytes.
    mutating func append(_ text: String) {
        let utf8 = Array(text.utf8.prefix(255))
        append(UInt8(clamping: utf8.count))
        append(utf8)
    }
}
