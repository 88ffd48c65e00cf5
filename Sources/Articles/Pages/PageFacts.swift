/// What a page says of its article, apart from the text. In the order of trust: JSON-LD, which is written for machines; then
/// OpenGraph and `article:*`; other `<meta>`; microdata; elements that people read.
struct PageFacts {
    private static let maximumScript = 1 << 20

    private let tree: MarkupTree
    private let data: LinkedData
    private let article: JSONValue?
    /// Names in small letters.
    private let metas: [(name: String, content: String)]

    init(_ tree: MarkupTree) {
        self.tree = tree
        var metas: [(name: String, content: String)] = []
        var values: [JSONValue] = []
        for index in tree.nodes.indices {
            switch tree.nodes[index].name {
            case "meta":
                let name = ["property", "name", "itemprop", "http-equiv"].lazy
                    .compactMap { tree.attribute($0, of: index) }.first
                if let name, let content = tree.attribute("content", of: index), !content.isEmpty {
                    metas.append((name.lowercased(), content))
                }
            case "script":
                let type = tree.attribute("type", of: index)?.lowercased() ?? ""
                // What is no JSON says nothing.
                if type.hasPrefix("application/ld+json"), let value = try? Self.json(tree, index) {
                    values.append(value)
                }
            default: break
            }
        }
        self.metas = metas
        data = LinkedData(values)
        article = Self.chosen(data, by: metas)
    }

    private static func json(_ tree: MarkupTree, _ script: Int) throws -> JSONValue? {
        let text = tree.text[tree.nodes[script].text]
        guard text.count <= maximumScript else { return nil }
        return try JSONReader.value(Array(text))
    }

    /// Of many, the one whose address is the page's; else the first.
    private static func chosen(_ data: LinkedData, by metas: [(name: String, content: String)]) -> JSONValue?
    {
        let page = metas.first { $0.name == "og:url" }?.content
        return data.articles.first { article in
            page != nil
                && (data.address("url", of: article) == page
                    || data.address("mainEntityOfPage", of: article) == page)
        } ?? data.articles.first
    }

    /// The article's own text as JSON-LD gives it, if it does.
    var body: String? { article.flatMap { data.text("articleBody", of: $0) } }

    func read(into reader: inout MetadataReader) {
        reader.take(.title, from: titles)
        reader.take(.url, from: addresses)
        reader.take(
            .source,
            from: linked(["publisher", "sourceOrganization", "provider"])
                + meta("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
                + properties("publisher"))
        reader.take(
            .authors,
            from: linked(["author", "creator"])
                + meta(
                    "article:author", "author", "dc.creator", "dcterms.creator", "sailthru.author",
                    "parsely-author")
                + properties("author")
                + elements("html:rel=author") { tree.attribute("rel", of: $0)?.lowercased() == "author" })
        reader.take(
            .tags,
            from: (article.map { [("json_ld:keywords", data.keywords(of: $0))] } ?? [])
                + meta("article:tag") + [("meta:keywords", keywords)])
        reader.take(
            .externalID,
            from: (article.map { [("json_ld:identifier", [data.identifier(of: $0)].compactMap(\.self))] }
                ?? [])
                + meta(
                    "article:id", "articleid", "article_id", "parsely-post-id", "cxenseparse:recs:articleid",
                    "dc.identifier"))
        reader.take(.publishedAt, from: published)
        reader.take(
            .modifiedAt,
            from: linked(["dateModified"])
                + meta(
                    "article:modified_time", "og:updated_time", "dcterms.modified", "last-modified", "lastmod"
                )
                + properties("dateModified"))
        reader.take(
            .language,
            from: linked(["inLanguage"]) + meta("og:locale", "content-language", "dc.language", "language")
                + elements("html:lang", attribute: "lang") { tree.nodes[$0].name == "html" })
    }

    // MARK: Candidates

    private var titles: [MetadataReader.Candidate] {
        var candidates = linked(["headline", "name"]) + meta("og:title") + properties("headline")
        candidates += meta("twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
        candidates += elements("html:h1") { tree.nodes[$0].name == "h1" }
        let title = tree.first("title").map { Self.withoutSite(tree.words($0), site: site) }
        return candidates + [("html:title", [title].compactMap(\.self))]
    }

    private var site: String? { metas.first { $0.name == "og:site_name" }?.content }

    /// «Title - Site», «Site | Title» without the site; without its name, only a short last part after a bar.
    private static func withoutSite(_ title: String, site: String?) -> String {
        guard title.utf8.count <= 4096 else { return title }
        for separator in [" | ", " - ", " – ", " — ", " :: ", " » "] {
            let parts = title.components(of: separator)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            if let site {
                if last == site { return parts.dropLast().joined(separator: separator) }
                if first == site { return parts.dropFirst().joined(separator: separator) }
            } else if separator == " | ", last.count * 2 < title.count {
                return parts.dropLast().joined(separator: separator)
            }
        }
        return title
    }

    private var addresses: [MetadataReader.Candidate] {
        elements("html:rel=canonical", attribute: "href") {
            tree.attribute("rel", of: $0)?.lowercased() == "canonical"
        }
            + meta("og:url")
            + (article.map { article in
                ["url", "mainEntityOfPage", "@id"].map { name in
                    ("json_ld:" + name, [data.address(name, of: article)].compactMap(\.self))
                }
            } ?? [])
    }

    private var published: [MetadataReader.Candidate] {
        linked(["datePublished", "dateCreated"])
            + meta(
                "article:published_time", "article:published", "og:published_time", "datepublished",
                "pubdate", "publishdate",
                "publish-date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued",
                "dcterms.date",
                "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime")
            + properties("datePublished")
            + elements("html:time", attribute: "datetime") { tree.nodes[$0].name == "time" }
    }

    private var keywords: [String] {
        metas.filter { $0.name == "keywords" || $0.name == "news_keywords" }.prefix(1)
            .flatMap { $0.content.split(whereSeparator: { $0 == "," || $0 == "،" }).map(String.init) }
    }

    private func linked(_ names: [String]) -> [MetadataReader.Candidate] {
        guard let article else { return [] }
        return names.map { ("json_ld:" + $0, data.texts($0, of: article).map(PlainText.withoutReferences)) }
    }

    private func meta(_ names: String...) -> [MetadataReader.Candidate] {
        names.map { name in ("meta:" + name, metas.filter { $0.name == name }.map(\.content)) }
    }

    /// Microdata: the value of an element depends on what it is (WHATWG HTML, 5.2.4).
    private func properties(_ name: String) -> [MetadataReader.Candidate] {
        elements("itemprop:" + name, attribute: nil) {
            tree.hasProperty(name, $0) && tree.nodes[$0].name != "meta"
        }
    }

    private func elements(
        _ place: String, attribute: String? = nil, _ isOne: (Int) -> Bool
    ) -> [MetadataReader.Candidate] {
        var found: [Int] = []
        for index in tree.nodes.indices where found.count < 8 && !tree.nodes[index].isText && isOne(index) {
            found.append(index)
        }
        return [
            (
                place,
                found.compactMap { index in
                    if let attribute { return tree.attribute(attribute, of: index) }
                    return tree.attribute("content", of: index) ?? tree.attribute("datetime", of: index)
                        ?? tree.words(index)
                }
            )
        ]
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(separator) {
                parts.append(part)
                part = ""
                rest = rest.dropFirst(separator.count)
            } else {
                part.append(first)
                rest = rest.dropFirst()
            }
        }
        return parts + [part]
    }
}
