import Foundation

/// Bytes of an encoding as UTF-8.
package enum CharsetDecoder {
    /// What was decoded.
    package struct Text: Sendable, Hashable {
        /// Valid UTF-8, without a byte order mark.
        package var bytes: [UInt8]
        /// U+FFFD that stand where bytes were no character.
        package var replaced: Int
        /// The first byte that is no character.
        package var firstInvalid: Int?
    }

    /// Decodes all; what is no character becomes U+FFFD and is counted. `nil` when the machine lacks the encoding.
    package static func decode(_ bytes: [UInt8], as charset: Charset) -> Text? {
        let start = markLength(of: bytes, charset)
        if charset == .utf8 { return utf8(bytes, from: start) }
        guard let handle = unsafe iconv_open("UTF-8", charset.converter), Int(bitPattern: handle) != -1 else {
            return nil
        }
        defer { unsafe _ = iconv_close(handle) }
        var text = Text(bytes: [], replaced: 0, firstInvalid: nil)
        text.bytes.reserveCapacity(bytes.count * 2)
        var position = start
        let unit = charset.converter.hasPrefix("UTF-16") ? 2 : 1
        while position < bytes.count {
            let (read, isDone) = unsafe convert(handle, bytes, from: position, into: &text.bytes)
            position += read
            if isDone { continue }
            if position < bytes.count {
                text.firstInvalid = text.firstInvalid ?? position
                text.replaced += 1
                text.bytes += replacement
                position = min(bytes.count, position + unit)
            }
        }
        return text
    }

    private static let replacement: [UInt8] = [0xef, 0xbf, 0xbd]

    private static let pieceBytes = 16 << 10

    /// Converts a piece. Not done: what comes next is no character.
    private static func convert(
        _ handle: iconv_t, _ bytes: [UInt8], from position: Int, into text: inout [UInt8]
    ) -> (read: Int, isDone: Bool) {
        var input = Array(
            bytes[position..<min(bytes.count, position + pieceBytes)].lazy.map(CChar.init(bitPattern:)))
        // No encoding here makes more than four bytes of one.
        var output = [CChar](repeating: 0, count: 4 * input.count)
        let length = input.count
        var left = length
        var room = output.count
        var failure: Int32 = 0
        unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var target = output.baseAddress
                if unsafe iconv(handle, &source, &left, &target, &room) == -1 { failure = errno }
            }
        }
        text += output[..<(output.count - room)].lazy.map(UInt8.init(bitPattern:))
        let read = length - left
        // A character that the end of a piece cuts is read with the next one.
        let isCut = failure == EINVAL && position + length < bytes.count
        return (read, failure == 0 || (isCut && read > 0))
    }

    private static func utf8(_ bytes: [UInt8], from start: Int) -> Text {
        let rest = start == 0 ? bytes : Array(bytes[start...])
        guard let first = UTF8Validation.firstInvalidByte(of: rest) else {
            return Text(bytes: rest, replaced: 0, firstInvalid: nil)
        }
        // The standard library replaces each maximal part of a scalar once, as Unicode advises (3.9, U+FFFD substitution).
        let repaired = Array(String(decoding: rest, as: UTF8.self).utf8)
        let before = count(rest)
        return Text(bytes: repaired, replaced: max(1, count(repaired) - before), firstInvalid: first + start)
    }

    /// The U+FFFD in it.
    private static func count(_ bytes: [UInt8]) -> Int {
        var count = 0
        for index in bytes.indices.dropLast(2)
        where bytes[index] == 0xef && bytes[index + 1] == 0xbf && bytes[index + 2] == 0xbd {
            count += 1
        }
        return count
    }

    private static func markLength(of bytes: [UInt8], _ charset: Charset) -> Int {
        guard let marked = CharsetSniffer.marked(bytes), marked.charset == charset else { return 0 }
        return marked.length
    }
}
