/// How an article came in: in which form, and from which of its places what is known of it was taken.
package struct Reception: Sendable, Hashable {
    /// Something known of an article.
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case title, url, source, authors, text, tags
        case externalID = "external_id"
        case publishedAt = "published_at"
        case modifiedAt = "modified_at"
        case language = "lang"
    }

    /// What a field was taken from, such as `json_ld:headline`, `meta:og:title`, `html:time`, `request`.
    package struct Origin: Sendable, Hashable {
        package var field: Field
        package var place: String

        package init(_ field: Field, _ place: String) {
            self.field = field
            self.place = place
        }
    }

    /// Without parameters, such as `text/html`.
    package var mediaType: String
    /// What the bytes were decoded from, such as `windows-1256`.
    package var charset: String
    /// What told the encoding.
    package var charsetBasis: String
    /// Places where bytes were no character; U+FFFD stands there.
    package var replaced: Int
    /// In the order of `Field.allCases`.
    package var origins: [Origin]

    package init(
        mediaType: String, charset: String = "utf-8", charsetBasis: String = "bytes", replaced: Int = 0,
        origins: [Origin] = []
    ) {
        self.mediaType = mediaType
        self.charset = charset
        self.charsetBasis = charsetBasis
        self.replaced = replaced
        self.origins = origins
    }
}
