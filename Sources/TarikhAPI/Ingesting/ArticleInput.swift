package import Articles

/// An article as it is sent: its text and what its sender says about it, checked but not read yet.
package struct ArticleInput: Sendable, Hashable {
    /// UTF-8, at most `ArticleParser.maximumTextBytes`.
    package var text: [UInt8]
    package var metadata: ArticleMetadata

    package init(text: [UInt8], metadata: ArticleMetadata = ArticleMetadata()) {
        self.text = text
        self.metadata = metadata
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
