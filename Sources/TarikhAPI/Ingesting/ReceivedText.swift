package import Articles

/// Characters that came as bytes of some encoding.
package struct ReceivedText: Sendable, Hashable {
    /// UTF-8.
    package var bytes: [UInt8]
    private let charset: String
    private let basis: String
    private let replaced: Int

    /// - Parameters:
    ///   - declared: by `Content-Type`.
    ///   - isMarkup: it may declare its encoding itself, and what is no character is replaced; in other text it is an error.
    package init(_ received: [UInt8], declared: Charset?, isMarkup: Bool) throws(IngestionError) {
        let (charset, basis) = CharsetSniffer.charset(of: received, declared: declared, isMarkup: isMarkup)
        guard let text = CharsetDecoder.decode(received, as: charset) else {
            throw .unsupported(pointer: "", detail: "This machine can't read the encoding '\(charset.name)'.")
        }
        if let offset = text.firstInvalid, !isMarkup {
            if charset == .utf8 { throw .invalidUTF8(offset: offset) }
            throw .malformed(
                code: "invalid_encoding", pointer: "",
                detail: "The body is not in '\(charset.name)': byte \(offset) does not fit.")
        }
        bytes = text.bytes
        self.charset = charset.name
        self.basis = basis.rawValue
        replaced = text.replaced
    }

    package func reception(_ mediaType: String) -> Reception {
        Reception(mediaType: mediaType, charset: charset, charsetBasis: basis, replaced: replaced)
    }
}
