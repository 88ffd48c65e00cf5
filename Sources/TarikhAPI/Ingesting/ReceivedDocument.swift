package import Articles

/// What a document of a media type holds: one article, or many with what came of reading each.
package enum ReceivedDocument: Sendable {
    case article(ArticleInput)
    case articles([Result<ArticleInput, IngestionError>])

    /// Bytes of the largest document.
    package static let maximumBytes = 32 << 20

    /// The media types that are read, for messages.
    package static let mediaTypes = [
        "application/json", "text/html", "text/plain", "application/xhtml+xml", "application/ld+json",
        "application/vnd.iptc.ninjs+json", "application/feed+json", "application/rss+xml",
        "application/atom+xml", "application/xml", "text/xml",
    ]

    /// Reads a document; `nil` when it is of another media type.
    ///
    /// - Parameters:
    ///   - mediaType: without parameters, in small letters.
    ///   - charset: the encoding that it declares.
    package init?(_ bytes: [UInt8], mediaType: String, charset: Charset?) throws(IngestionError) {
        guard bytes.count <= Self.maximumBytes else {
            throw .overLimit(
                code: "too_large", pointer: "", detail: "A document has at most \(Self.maximumBytes) bytes.")
        }
        switch mediaType {
        case "text/html", "application/xhtml+xml":
            self = .article(try ArticleInput(html: bytes, declared: charset))
        case "text/plain":
            let text = try ReceivedText(bytes, declared: charset, isMarkup: false)
            var input = try ArticleInput(plainText: text.bytes)
            input.metadata.reception = text.reception(mediaType)
            self = .article(input)
        case "application/json": self = try Self.json(bytes, charset)
        case "application/ld+json", "application/vnd.iptc.ninjs+json", "application/feed+json":
            let text = try ReceivedText(bytes, declared: charset, isMarkup: false)
            self = try Self.document(text, mediaType) { json throws(DocumentError) in try .json(json) }
        case "application/rss+xml", "application/atom+xml", "application/xml", "text/xml":
            let text = try ReceivedText(bytes, declared: charset, isMarkup: true)
            self = try Self.document(text, mediaType) { xml throws(DocumentError) in try .xml(xml) }
        default: return nil
        }
    }

    /// The object of the API, or else one of the forms that publishers have.
    private static func json(_ bytes: [UInt8], _ charset: Charset?) throws(IngestionError) -> ReceivedDocument
    {
        let text = charset == nil ? nil : try ReceivedText(bytes, declared: charset, isMarkup: false)
        let json = text?.bytes ?? bytes
        do throws(IngestionError) {
            return .article(try ArticleInput(json: json))
        } catch {
            // Another form has members that the API's object lacks; an error in that object is told as such.
            guard case .malformed = error, let known = try? ReadDocument.json(json)
            else { throw error }
            let received: ReceivedText
            if let text {
                received = text
            } else {
                received = try ReceivedText(json, declared: nil, isMarkup: false)
            }
            return try document(received, "application/json") { _ throws(DocumentError) in known }
        }
    }

    private static func document(
        _ text: ReceivedText, _ mediaType: String, _ read: ([UInt8]) throws(DocumentError) -> ReadDocument
    ) throws(IngestionError) -> ReceivedDocument {
        let document: ReadDocument
        do {
            document = try read(text.bytes)
        } catch {
            throw IngestionError(error)
        }
        let inputs = document.items.map { item in
            item.mapError { IngestionError($0) }.flatMap { page in
                Result { () throws(IngestionError) in
                    try ArticleInput(page, reception: text.reception(mediaType))
                }
            }
        }
        guard !document.format.isFeed, inputs.count == 1, let input = inputs.first else {
            return .articles(inputs)
        }
        return .article(try input.get())
    }
}
