/// Finds what markup and broken conversions have left in a text.
struct DebrisScanner {
    /// A tag longer than this is text with angle brackets in it.
    private static let maximumTagBytes = 200

    private static let elements: Set<String> = Set(
        """
        a abbr article aside b blockquote body br button center cite code dd div dl dt em embed figcaption figure font
        footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main meta nav noscript
        object ol p pre q s script section small source span strong style sub sup svg table tbody td template tfoot
        th thead time title tr u ul video
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    private static let references: Set<String> = [
        "nbsp", "amp", "quot", "apos", "lt", "gt", "laquo", "raquo", "ldquo", "rdquo", "lsquo", "rsquo",
        "ndash",
        "mdash", "hellip", "zwnj", "zwj", "rlm", "lrm", "shy", "copy", "middot", "bull",
    ]

    /// In the order of the text, not overlapping.
    func repairs(in text: [UInt8]) -> [Repair] {
        var repairs: [Repair] = []
        var offset = 0
        while offset < text.count {
            if let repair = repair(in: text, at: offset) {
                repairs.append(repair)
                offset = repair.range.upperBound
            } else {
                offset += 1
            }
        }
        return repairs
    }

    private func repair(in text: [UInt8], at offset: Int) -> Repair? {
        switch text[offset] {
        case 0x3c: return markup(end(ofTag: text, at: offset), offset)
        case 0x2f: return markup(end(ofRest: text, at: offset), offset)
        case 0x26:
            return end(ofReference: text, at: offset).map {
                Repair(code: .characterReference, range: offset..<$0)
            }
        default:
            let length = controlLength(text, offset)
            return length == 0 ? nil : Repair(code: .controlCharacter, range: offset..<offset + length)
        }
    }

    private func markup(_ end: Int?, _ start: Int) -> Repair? {
        end.map { Repair(code: .htmlDebris, range: start..<$0) }
    }

    /// `<name …>`, `</name>`, `<!-- … -->`.
    private func end(ofTag text: [UInt8], at start: Int) -> Int? {
        var name = start + 1
        if name < text.count, text[name] == 0x2f { name += 1 }
        let isComment = text[min(name, text.count)...].starts(with: "!--".utf8)
        guard isComment || isElement(text, name) != nil else { return nil }
        for index in name..<min(text.count, start + Self.maximumTagBytes) {
            if text[index] == 0x3e { return index + 1 }
            if text[index] == 0x3c || text[index] == 0x0a { return nil }
        }
        return nil
    }

    /// `/name>` or `/>`, a tag whose start is lost.
    private func end(ofRest text: [UInt8], at start: Int) -> Int? {
        if start + 1 < text.count, text[start + 1] == 0x3e { return start + 2 }
        guard let end = isElement(text, start + 1), end < text.count, text[end] == 0x3e else { return nil }
        return end + 1
    }

    /// The end of an element's name at `start`.
    private func isElement(_ text: [UInt8], _ start: Int) -> Int? {
        var end = start
        while end < text.count, end - start < 12, isASCIIAlphanumeric(text[end]) { end += 1 }
        guard end > start else { return nil }
        return Self.elements.contains(String(decoding: text[start..<end], as: UTF8.self).lowercased())
            ? end : nil
    }

    /// `&name;`, `&#39;`, `&#x200c;`.
    private func end(ofReference text: [UInt8], at start: Int) -> Int? {
        var end = start + 1
        if end < text.count, text[end] == 0x23 { end += 1 }
        let name = end
        while end < text.count, end - name < 10, isASCIIAlphanumeric(text[end]) { end += 1 }
        guard end > name, end < text.count, text[end] == 0x3b else { return nil }
        let isNumber = name > start + 1
        guard isNumber || Self.references.contains(String(decoding: text[name..<end], as: UTF8.self)) else {
            return nil
        }
        return end + 1
    }

    /// The bytes of a control character other than tab, line feed and carriage return, or of U+FFFD; 0 for none.
    private func controlLength(_ text: [UInt8], _ offset: Int) -> Int {
        let byte = text[offset]
        if byte < 0x20 { return byte == 0x09 || byte == 0x0a || byte == 0x0d ? 0 : 1 }
        if byte == 0x7f { return 1 }
        if byte == 0xc2, offset + 1 < text.count, text[offset + 1] < 0xa0 { return 2 }
        let isReplacement = text[offset...].starts(with: [0xef, 0xbf, 0xbd])
        return isReplacement ? 3 : 0
    }

    private func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}
