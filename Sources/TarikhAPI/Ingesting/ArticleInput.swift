package import Articles

/// An article as it is sent: its text and what its sender says about it, checked but not read yet.
package struct ArticleInput: Sendable, Hashable {
    /// UTF-8, at most `ArticleParser.maximumTextBytes`.
    package var text: [UInt8]
    package var metadata: ArticleMetadata
    /// What markup said of the lines of `text`.
    package var outline: Outline

    package init(
        text: [UInt8], metadata: ArticleMetadata = ArticleMetadata(), outline: Outline = Outline()
    ) {
        self.text = text
        self.metadata = metadata
        self.outline = outline
    }

    /// An article that is nothing but its text.
    package init(plainText: [UInt8]) throws(IngestionError) {
        guard plainText.count <= ArticleParser.maximumTextBytes else {
            throw .tooLarge(limit: ArticleParser.maximumTextBytes)
        }
        if let offset = UTF8Validation.firstInvalidByte(of: plainText) {
            throw .invalidUTF8(offset: offset)
        }
        self.init(text: plainText)
    }
}
