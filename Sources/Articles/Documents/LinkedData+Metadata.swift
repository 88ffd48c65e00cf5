extension LinkedData {
    /// What an object says of its article.
    func read(_ article: JSONValue, into reader: inout MetadataReader) {
        func texts(_ names: String...) -> [MetadataReader.Candidate] {
            names.map { ("json_ld:" + $0, self.texts($0, of: article).map(PlainText.withoutReferences)) }
        }
        reader.take(.title, from: texts("headline", "name"))
        reader.take(
            .url,
            from: ["url", "mainEntityOfPage", "@id"].map { name in
                ("json_ld:" + name, [address(name, of: article)].compactMap(\.self))
            })
        reader.take(.source, from: texts("publisher", "sourceOrganization", "provider"))
        reader.take(.authors, from: texts("author", "creator"))
        reader.take(.tags, from: [("json_ld:keywords", keywords(of: article))])
        reader.take(
            .externalID,
            from: [
                ("json_ld:identifier", [identifier(of: article)].compactMap(\.self)),
                ("json_ld:@id", [article["@id"]?.string].compactMap(\.self)),
            ])
        reader.take(.publishedAt, from: texts("datePublished", "dateCreated"))
        reader.take(.modifiedAt, from: texts("dateModified"))
        reader.take(.language, from: texts("inLanguage"))
    }
}
