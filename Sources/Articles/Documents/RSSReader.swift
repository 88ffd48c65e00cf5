/// RSS 2.0 (RSS Advisory Board, 2.0.11) and 1.0, with the modules that news use: Dublin Core, content, Atom.
struct RSSReader {
    private static let dublinCore = "http://purl.org/dc/elements/1.1/"
    private static let content = "http://purl.org/rss/1.0/modules/content/"
    private static let atom = "http://www.w3.org/2005/Atom"

    private let tree: MarkupTree
    /// Of all items.
    private var titles: [String] = []
    private var languages: [String] = []
    private let items: [Int]

    /// `nil` when it is another kind of document.
    init?(tree: MarkupTree) {
        guard let root = tree.children(MarkupTree.root).first(where: { !tree.nodes[$0].isText }),
            ["rss", "RDF"].contains(tree.nodes[root].name)
        else { return nil }
        self.tree = tree
        let channel = tree.children(root).first { tree.nodes[$0].name == "channel" }
        let parents = [root] + [channel].compactMap(\.self)
        items = parents.flatMap { tree.children($0).filter { tree.nodes[$0].name == "item" } }
        if let channel {
            titles = texts("title", in: channel).map(PlainText.withoutMarkup)
            languages = texts("language", in: channel)
        }
    }

    func document() throws(DocumentError) -> ReadDocument {
        try ReadDocument(.rss, items) { page($1, pointer: "/channel/item/\($0)") }
    }

    private func page(_ item: Int, pointer: String) -> Result<PageReader.Page, DocumentError> {
        let reader = metadata(item)
        for (name, space) in [("encoded", Self.content as String?), ("description", nil)] {
            guard let html = texts(name, space, in: item).first else { continue }
            return ItemText.page(
                reader, ItemText.guess(html), place: "rss:" + name, pointer: pointer + "/" + name)
        }
        return ItemText.page(reader, .none, place: "rss:title", pointer: pointer + "/description")
    }

    private func metadata(_ item: Int) -> MetadataReader {
        var reader = MetadataReader()
        let guid = tree.children(item).first { tree.nodes[$0].name == "guid" }
        let isAddress = guid.map { tree.attribute("isPermaLink", of: $0) != "false" } ?? false
        reader.take(.title, from: [("rss:title", texts("title", in: item).map(PlainText.withoutMarkup))])
        reader.take(
            .url,
            from: [
                ("rss:link", texts("link", in: item)), ("rss:guid", isAddress ? texts("guid", in: item) : []),
            ])
        reader.take(.externalID, from: [("rss:guid", texts("guid", in: item))])
        reader.take(
            .source,
            from: [
                ("rss:source", texts("source", in: item)),
                ("rss:dc:publisher", texts("publisher", Self.dublinCore, in: item)),
                ("rss:channel.title", titles),
            ])
        reader.take(
            .authors,
            from: [
                ("rss:dc:creator", texts("creator", Self.dublinCore, in: item)),
                ("rss:author", texts("author", in: item).map(Self.name)),
            ])
        reader.take(.tags, from: [("rss:category", texts("category", in: item).map(PlainText.withoutMarkup))])
        reader.take(
            .publishedAt,
            from: [
                ("rss:pubDate", texts("pubDate", in: item)),
                ("rss:dc:date", texts("date", Self.dublinCore, in: item)),
            ])
        reader.take(.modifiedAt, from: [("rss:atom:updated", texts("updated", Self.atom, in: item))])
        reader.take(
            .language,
            from: [
                ("rss:dc:language", texts("language", Self.dublinCore, in: item)),
                ("rss:channel.language", languages),
            ])
        return reader
    }

    /// Texts of the elements of a name; without a namespace those of RSS itself, which has none (1.0 has one).
    private func texts(_ name: String, _ space: String? = nil, in parent: Int) -> [String] {
        tree.children(parent).filter { child in
            let node = tree.nodes[child]
            return node.name == name
                && (space == nil
                    ? node.space?.hasPrefix("http://purl.org/rss/") ?? true : node.space == space)
        }.map(tree.string).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// `mail@example.org (Name)`.
    private static func name(_ author: String) -> String {
        guard let open = author.firstIndex(of: "("), let close = author.lastIndex(of: ")"), open < close
        else {
            return author
        }
        return String(author[author.index(after: open)..<close])
    }
}
