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
    package var entityTag: String?
    package var lastModified: String?

    package init(entityTag: String? = nil, lastModified: String? = nil) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }

    /// The fields of a request that is answered 304 when nothing has changed.
    var fields: [String] {
        [entityTag.map { "If-None-Match: " + $0 }, lastModified.map { "If-Modified-Since: " + $0 }]
            .compactMap(\.self).filter {
                $0.utf8.count <= 1024 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
            }
    }
}
