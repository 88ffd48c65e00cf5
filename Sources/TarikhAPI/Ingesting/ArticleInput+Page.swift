package import Articles

extension ArticleInput {
    /// The article of a page in HTML. Bytes that are no characters become U+FFFD, and are counted.
    ///
    /// - Parameter declared: the encoding that `Content-Type` names.
    package init(html: [UInt8], declared: Charset? = nil) throws(IngestionError) {
        let received = try ReceivedText(html, declared: declared, isMarkup: true)
        try self.init(page: received.bytes, reception: received.reception("text/html"))
    }

    /// The article of a page in HTML that is UTF-8 already; `pointer` names it in problems.
    init(page html: [UInt8], reception: Reception, pointer: String = "") throws(IngestionError) {
        let page: PageReader.Page
        do {
            page = try PageReader().page(html)
        } catch {
            throw IngestionError(error, pointer: pointer)
        }
        try self.init(page, reception: reception)
    }

    /// An article that was read from a page or document.
    init(_ page: PageReader.Page, reception: Reception) throws(IngestionError) {
        guard page.text.count <= ArticleParser.maximumTextBytes else {
            throw .tooLarge(limit: ArticleParser.maximumTextBytes)
        }
        self.init(text: page.text, metadata: page.metadata, outline: page.outline)
        metadata.reception = reception
        metadata.reception?.origins = Self.sorted(page.origins)
    }

    /// What its sender says of it counts more than what it says itself; `place` is where the sender says it.
    mutating func override(with given: ArticleMetadata, from place: String = "request") {
        var fields: [Reception.Field] = []
        func set<Value>(
            _ field: Reception.Field, _ path: WritableKeyPath<ArticleMetadata, Value?>
        ) {
            guard let value = given[keyPath: path] else { return }
            metadata[keyPath: path] = value
            fields.append(field)
        }
        set(.title, \.title)
        set(.url, \.url)
        set(.externalID, \.externalID)
        set(.source, \.source)
        set(.publishedAt, \.publishedAt)
        set(.language, \.language)
        if !given.tags.isEmpty {
            metadata.tags = given.tags
            fields.append(.tags)
        }
        let others = metadata.reception?.origins.filter { !fields.contains($0.field) } ?? []
        metadata.reception?.origins = Self.sorted(others + fields.map { Reception.Origin($0, place) })
    }

    static func sorted(_ origins: [Reception.Origin]) -> [Reception.Origin] {
        Reception.Field.allCases.compactMap { field in origins.first { $0.field == field } }
    }
}
