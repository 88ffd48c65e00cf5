/// Short texts without markup.
package enum PlainText {
    /// References and tags resolved, with single spaces and none at the ends.
    package static func of(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.contains(UInt8(ascii: "&")) || bytes.contains(UInt8(ascii: "<")), bytes.count <= 1 << 16,
            let tree = try? MarkupReader.html(Array(bytes))
        else {
            // Markup that can't be read stays as it is.
            return words(text)
        }
        return tree.words(MarkupTree.root)
    }

    static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
