/// Converts byte offsets of a UTF-8 text into code points and UTF-16 units.
package struct OffsetMap: Sendable {
    private static let stride = 256

    private let text: [UInt8]
    /// Code points and UTF-16 units before every `stride`th byte.
    private let checkpoints: [(codePoints: Int, utf16: Int)]

    /// Reads `text`, valid UTF-8, once.
    package init(_ text: [UInt8]) {
        self.text = text
        var checkpoints: [(codePoints: Int, utf16: Int)] = []
        checkpoints.reserveCapacity(text.count / Self.stride + 1)
        var count = (codePoints: 0, utf16: 0)
        for (offset, byte) in text.enumerated() {
            if offset % Self.stride == 0 { checkpoints.append(count) }
            Self.count(byte, into: &count)
        }
        if text.count % Self.stride == 0 { checkpoints.append(count) }
        self.checkpoints = checkpoints
    }

    /// The number of code points before a byte offset; an offset outside the text counts as its nearest end.
    package func codePoints(_ offset: Int) -> Int { counts(before: offset).codePoints }

    package func codePoints(_ range: Range<Int>) -> Range<Int> {
        codePoints(range.lowerBound)..<codePoints(range.upperBound)
    }

    /// The number of UTF-16 units before a byte offset; an offset outside the text counts as its nearest end.
    package func utf16(_ offset: Int) -> Int { counts(before: offset).utf16 }

    package func utf16(_ range: Range<Int>) -> Range<Int> {
        utf16(range.lowerBound)..<utf16(range.upperBound)
    }

    private func counts(before offset: Int) -> (codePoints: Int, utf16: Int) {
        let end = min(max(offset, 0), text.count)
        let checkpoint = end / Self.stride
        var count = checkpoints[checkpoint]
        for index in checkpoint * Self.stride..<end { Self.count(text[index], into: &count) }
        return count
    }

    private static func count(_ byte: UInt8, into count: inout (codePoints: Int, utf16: Int)) {
        guard byte & 0xc0 != 0x80 else { return }
        count.codePoints += 1
        count.utf16 += byte >= 0xf0 ? 2 : 1
    }
}
