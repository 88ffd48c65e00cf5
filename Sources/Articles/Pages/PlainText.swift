/// Short texts without markup.
enum PlainText {
    private static let maximumBytes = 1 << 16

    /// References and tags resolved, with single spaces and none at the ends: of texts that are HTML.
    static func withoutMarkup(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.contains(UInt8(ascii: "&")) || bytes.contains(UInt8(ascii: "<")),
            bytes.count <= maximumBytes,
            let tree = try? MarkupReader.html(Array(bytes))
        else {
            // Markup that can't be read stays as it is.
            return words(text)
        }
        return tree.words(MarkupTree.root)
    }

    /// References resolved, as publishers leave them in texts that should be plain; tags stay as they are.
    static func withoutReferences(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return words(text) }
        return withoutMarkup(text.replacing("<", with: "&lt;"))
    }

    /// With single spaces and none at the ends.
    static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
