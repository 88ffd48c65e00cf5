import Articles

/// A file of the web page.
struct WebAsset: Sendable {
    /// The kinds of file that there are, named by their extensions.
    static let forms = [
        MediaType("text/css", format: "css", parameters: "; charset=utf-8"),
        // RFC 9239.
        MediaType("text/javascript", format: "js", parameters: "; charset=utf-8"),
        MediaType("image/svg+xml", format: "svg"),
        .html,
    ]

    /// Of the file, without a folder.
    let name: String
    let media: MediaType
    let bytes: [UInt8]
    /// Holds as long as the bytes are these.
    let tag: EntityTag

    /// - Returns: `nil` for a file of a kind that the page has none of.
    init?(name: String, bytes: [UInt8]) {
        guard let media = Self.forms.first(where: { name.hasSuffix("." + $0.format) }) else { return nil }
        self.init(name: name, media: media, bytes: bytes)
    }

    /// What is not a file, but does not change either while the service runs.
    init(name: String, media: MediaType, bytes: [UInt8]) {
        self.name = name
        self.media = media
        self.bytes = bytes
        tag = EntityTag(String(ContentHash.of(bytes).suffix(32)))
    }
}
