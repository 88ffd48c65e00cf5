import Articles

/// The text of a name without what stands inside by mistake.
enum NameText {
    /// The words of a span with what joins them: a hyphen, an apostrophe, an ampersand or a slash stays; marks of layout,
    /// quotation marks and what was repaired in the article become one space.
    static func text(of span: NameSpan, in words: NameWords) -> String {
        var text: [UInt8] = []
        var end = span.range.lowerBound
        for index in span.words {
            let word = words.words[index]
            let start = max(word.range.lowerBound, span.range.lowerBound)
            if index > span.words.lowerBound { append(joint(words.text, end..<start), to: &text) }
            append(words.text, start..<word.range.upperBound, to: &text)
            end = word.range.upperBound
        }
        // U.S. ends with its full stop.
        if span.range.upperBound > end, words.text[end] == 0x2e { text.append(0x2e) }
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ joint: [UInt8], to text: inout [UInt8]) { text += joint }

    /// A word without tatweel and marks of direction.
    private static func append(_ source: [UInt8], _ range: Range<Int>, to text: inout [UInt8]) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let isTatweel =
                source[offset] == 0xd9 && offset + 1 < range.upperBound && source[offset + 1] == 0x80
            let isMark =
                source[offset] == 0xe2 && offset + 2 < range.upperBound && source[offset + 1] == 0x80
                && (source[offset + 2] == 0x8e || source[offset + 2] == 0x8f)
            if isTatweel || isMark {
                offset += isTatweel ? 2 : 3
            } else {
                text.append(source[offset])
                offset += 1
            }
        }
    }

    private static func joint(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let bytes = text[range]
        if bytes.count == 1, let byte = bytes.first, [0x2d, 0x26, 0x27, 0x2e, 0x2f].contains(byte) {
            return [byte]
        }
        // An initial's full stop, and « & ».
        if bytes.elementsEqual([0x2e, 0x20]) || bytes.elementsEqual([0x20, 0x26, 0x20]) {
            return Array(bytes)
        }
        // ’ and –.
        if bytes.elementsEqual([0xe2, 0x80, 0x99]) || bytes.elementsEqual([0xe2, 0x80, 0x93]) {
            return Array(bytes)
        }
        return [0x20]
    }

    /// پ چ ژ ک گ ی and the zero-width non-joiner are not in Arabic spelling.
    static func hasPersianLetter(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            switch $0.value {
            case 0x67e, 0x686, 0x698, 0x6a9, 0x6af, 0x6cc, 0x200c: true
            default: false
            }
        }
    }
}
