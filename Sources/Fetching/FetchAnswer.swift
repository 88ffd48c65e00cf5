/// What came from an address.
package struct FetchAnswer: Sendable, Hashable {
    /// Of the last answer, after all that the address led on to.
    package var status: Int
    package var address: WebAddress
    /// By names in small letters.
    package var fields: [String: String]
    /// Decompressed.
    package var body: [UInt8]

    package var validators: FetchValidators {
        FetchValidators(entityTag: fields["etag"], lastModified: fields["last-modified"])
    }
}

/// What an answer is known by the next time (RFC 9110, 8.8).
package struct FetchValidators: Sendable, Hashable {
    package let entityTag: String?
    package let lastModified: String?

    private static let maximumBytes = 1024

    /// What is too long for one is none.
    package init(entityTag: String? = nil, lastModified: String? = nil) {
        self.entityTag = entityTag.flatMap(Self.checked)
        self.lastModified = lastModified.flatMap(Self.checked)
    }

    /// Of characters that may stand in a field.
    private static func checked(_ text: String) -> String? {
        text.utf8.count <= maximumBytes && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f } ? text : nil
    }

    /// The fields of a request that is answered 304 when nothing has changed.
    var fields: [String] {
        [entityTag.map { "If-None-Match: " + $0 }, lastModified.map { "If-Modified-Since: " + $0 }]
            .compactMap(\.self)
    }
}
