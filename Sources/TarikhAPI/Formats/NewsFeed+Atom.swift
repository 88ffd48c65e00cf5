import TextAnalysis

extension NewsFeed {
    /// As the Atom Syndication Format has it (RFC 4287).
    var atom: [UInt8] {
        let updated = items.map(\.updated).max() ?? 0
        var text = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">

            """
        text += Self.element("title", PlainText.line(title))
        text += Self.element("id", Self.tag(id))
        text += Self.element("updated", Timestamp.string(updated))
        text += Self.link("self", url, type: "application/atom+xml")
        // RFC 5005, 3.
        if let next { text += Self.link("next", next, type: "application/atom+xml") }
        text += "<author>" + Self.element("name", "Tarikh", end: "") + "</author>\n"
        text += "<generator version=\"\(PlainText.xml(Build.version))\">Tarikh</generator>\n"
        for item in items { text += Self.entry(item) }
        return Array((text + "</feed>\n").utf8)
    }

    private static func entry(_ item: Item) -> String {
        let language =
            item.language == .undetermined ? "" : " xml:lang=\"\(PlainText.xml(item.language.code))\""
        var text = "<entry\(language)>\n"
        text += element("title", PlainText.line(item.title.isEmpty ? item.id : item.title))
        text += element("id", tag(item.id))
        text += element("updated", Timestamp.string(item.updated))
        if let published = item.published { text += element("published", Timestamp.string(published)) }
        text += link("alternate", item.page, type: "text/html")
        text += link("alternate", item.url, type: "application/json")
        if let url = item.externalURL { text += link("via", url, type: nil) }
        if let author = item.author {
            text += "<author>" + element("name", PlainText.line(author), end: "") + "</author>\n"
        }
        for tag in item.tags { text += "<category term=\"\(PlainText.xml(PlainText.line(tag)))\"/>\n" }
        text += "<content type=\"text\">\(PlainText.xml(item.text))</content>\n"
        return text + "</entry>\n"
    }

    private static func element(_ name: String, _ text: String, end: String = "\n") -> String {
        "<\(name)>\(PlainText.xml(text))</\(name)>\(end)"
    }

    private static func link(_ relation: String, _ url: String, type: String?) -> String {
        let type = type.map { " type=\"\($0)\"" } ?? ""
        return "<link rel=\"\(relation)\"\(type) href=\"\(PlainText.xml(url))\"/>\n"
    }
}
