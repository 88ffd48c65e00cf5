/// JSON Feed 1.0 and 1.1.
struct JSONFeedReader {
    let feed: JSONValue

    func document() throws(DocumentError) -> ReadDocument {
        try ReadDocument(.jsonFeed, feed["items"]?.elements ?? []) { page($1, pointer: "/items/\($0)") }
    }

    private func page(_ item: JSONValue, pointer: String) -> Result<PageReader.Page, DocumentError> {
        func own(_ name: String) -> MetadataReader.Candidate {
            ("json_feed:" + name, [item[name]?.scalar].compactMap(\.self))
        }
        var reader = MetadataReader()
        reader.take(.title, from: [own("title")])
        reader.take(.url, from: [own("url"), own("external_url"), own("id")])
        reader.take(.externalID, from: [own("id")])
        reader.take(.source, from: [("json_feed:feed.title", [feed["title"]?.string].compactMap(\.self))])
        reader.take(
            .authors, from: [("json_feed:authors", names(item)), ("json_feed:feed.authors", names(feed))])
        reader.take(.tags, from: [("json_feed:tags", (item["tags"]?.elements ?? []).compactMap(\.string))])
        reader.take(.publishedAt, from: [own("date_published")])
        reader.take(.modifiedAt, from: [own("date_modified")])
        reader.take(
            .language,
            from: [
                own("language"), ("json_feed:feed.language", [feed["language"]?.string].compactMap(\.self)),
            ])
        for (name, isHTML) in [("content_html", true), ("content_text", false), ("summary", false)] {
            guard let text = item[name]?.string else { continue }
            return ItemText.page(
                reader, isHTML ? .html(text) : .plain(text), place: "json_feed:" + name,
                pointer: pointer + "/" + name)
        }
        return ItemText.page(reader, .none, place: "json_feed:title", pointer: pointer + "/content_html")
    }

    /// `authors`, or `author` as 1.0 had it.
    private func names(_ object: JSONValue) -> [String] {
        ((object["authors"] ?? object["author"])?.elements ?? []).compactMap { $0["name"]?.string }
    }
}
