/// Finds which encoding bytes are in, by what says so: a byte order mark, what was declared outside, what the document declares
/// (WHATWG HTML, 13.2.3.2; XML 1.0, appendix F), or else the bytes themselves.
package enum CharsetSniffer {
    /// What told the encoding.
    package enum Basis: String, Sendable, Hashable {
        case mark = "byte_order_mark"
        case declared = "content_type"
        case document = "document"
        case bytes = "bytes"
    }

    private static let prescan = 2048

    /// - Parameter declared: by the media type's `charset`.
    package static func charset(
        of bytes: [UInt8], declared: Charset?, isMarkup: Bool
    ) -> (charset: Charset, basis: Basis) {
        if let marked = marked(bytes) { return (marked.charset, .mark) }
        if let declared { return (declared, .declared) }
        if isMarkup {
            if let charset = shape(of: bytes) { return (charset, .bytes) }
            if let charset = declaration(in: bytes) { return (charset, .document) }
        }
        if UTF8Validation.firstInvalidByte(of: bytes) == nil { return (.utf8, .bytes) }
        // Old pages that declare nothing: those of newsrooms that write Arabic are in windows-1256 where they are not UTF-8.
        let arabic = Charset(label: "windows-1256") ?? .utf8
        return isMarkup && looksArabic(bytes) ? (arabic, .bytes) : (.utf8, .bytes)
    }

    /// The encoding of a byte order mark, and the mark's bytes.
    static func marked(_ bytes: [UInt8]) -> (charset: Charset, length: Int)? {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return (.utf8, 3) }
        if bytes.starts(with: [0xff, 0xfe]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xfe, 0xff]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// Markup starts with `<`: in UTF-16 a zero is beside it.
    private static func shape(of bytes: [UInt8]) -> Charset? {
        if bytes.starts(with: [0x3c, 0]) { return .utf16LittleEndian }
        return bytes.starts(with: [0, 0x3c]) ? .utf16BigEndian : nil
    }

    /// `<meta charset="…">`, `<meta … content="…; charset=…">`, `<?xml … encoding="…"?>` near the start.
    private static func declaration(in bytes: [UInt8]) -> Charset? {
        let start = String(decoding: bytes.prefix(prescan), as: UTF8.self).lowercased()
        for word in ["encoding", "charset"] {
            var rest = start[...]
            while let found = rest.range(ofASCII: word) {
                rest = rest[found.upperBound...]
                let value = rest.drop { $0 == " " }
                guard value.first == "=" else { continue }
                let name = value.dropFirst().drop { " \"'".contains($0) }
                    .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
                guard let charset = Charset(label: String(name)) else { continue }
                // A document that could be read so far is not in UTF-16, whatever it declares.
                return charset.name.hasPrefix("utf-16") ? .utf8 : charset
            }
        }
        return nil
    }

    /// Most bytes above ASCII are letters of Arabic in windows-1256.
    private static func looksArabic(_ bytes: [UInt8]) -> Bool {
        let high = bytes.filter { $0 >= 0x80 }
        return !high.isEmpty && high.count { (0xc1...0xed).contains($0) } * 10 >= high.count * 8
    }
}

extension Substring {
    /// Where a word of ASCII stands first.
    fileprivate func range(ofASCII word: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
