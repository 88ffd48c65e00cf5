package import TextAnalysis

/// What is indexed of one document.
package struct IndexDocument: Sendable, Hashable {
    package struct Text: Sendable, Hashable {
        /// Its place in `IndexSchema.textFields`.
        package var field: Int
        /// UTF-8. Phrases do not reach from one text into the next.
        package var bytes: [UInt8]
        package var language: Language

        package init(field: Int, bytes: [UInt8], language: Language) {
            self.field = field
            self.bytes = bytes
            self.language = language
        }
    }

    package struct Keyword: Sendable, Hashable {
        /// Its place in `IndexSchema.keywordFields`.
        package var field: Int
        package var value: String

        package init(field: Int, value: String) {
            self.field = field
            self.value = value
        }
    }

    /// The caller's number for it; a document replaces the one of the same key.
    package var key: Int64
    package var texts: [Text]
    package var keywords: [Keyword]
    /// Days since 1970-01-01 that the document speaks of, `Int32.min` and `Int32.max` where open.
    package var intervals: [ClosedRange<Int32>]

    package init(
        key: Int64, texts: [Text], keywords: [Keyword] = [], intervals: [ClosedRange<Int32>] = []
    ) {
        self.key = key
        self.texts = texts
        self.keywords = keywords
        self.intervals = intervals
    }
}
