/// Atom (RFC 4287): a feed, or an entry alone.
struct AtomReader {
    private static let atom = "http://www.w3.org/2005/Atom"

    private let tree: MarkupTree
    /// Of all entries.
    private var titles: [String] = []
    private var authors: [String] = []
    private var language: String?
    private let entries: [Int]

    /// `nil` when it is another kind of document.
    init?(tree: MarkupTree) {
        guard let root = tree.children(MarkupTree.root).first(where: { !tree.nodes[$0].isText }),
            tree.nodes[root].space == Self.atom, ["feed", "entry"].contains(tree.nodes[root].name)
        else { return nil }
        self.tree = tree
        let isFeed = tree.nodes[root].name == "feed"
        entries = isFeed ? Self.children("entry", of: root, in: tree) : [root]
        guard isFeed else { return }
        titles = texts("title", in: root)
        authors = names(root)
        language = tree.attribute("lang", of: root)
    }

    func document() throws(DocumentError) -> ReadDocument {
        try ReadDocument(.atom, entries) { page($1, pointer: "/feed/entry/\($0)") }
    }

    private func page(_ entry: Int, pointer: String) -> Result<PageReader.Page, DocumentError> {
        var reader = MetadataReader()
        func own(_ name: String) -> MetadataReader.Candidate { ("atom:" + name, texts(name, in: entry)) }
        let source = Self.children("source", of: entry, in: tree).first
        reader.take(.title, from: [own("title")])
        reader.take(.url, from: [("atom:link", links(entry)), own("id")])
        reader.take(.externalID, from: [own("id")])
        reader.take(
            .source,
            from: [
                ("atom:source.title", source.map { texts("title", in: $0) } ?? []),
                ("atom:feed.title", titles),
            ])
        reader.take(
            .authors,
            from: [
                ("atom:author", names(entry)), ("atom:source.author", source.map(names) ?? []),
                ("atom:feed.author", authors),
            ])
        let categories = Self.children("category", of: entry, in: tree)
        reader.take(
            .tags,
            from: [
                (
                    "atom:category",
                    categories.compactMap {
                        tree.attribute("label", of: $0) ?? tree.attribute("term", of: $0)
                    }
                )
            ])
        reader.take(.publishedAt, from: [own("published"), own("updated")])
        reader.take(.modifiedAt, from: [own("updated")])
        reader.take(.language, from: [("atom:xml:lang", languages(entry))])
        for name in ["content", "summary"] {
            for node in Self.children(name, of: entry, in: tree) where tree.attribute("src", of: node) == nil
            {
                return ItemText.page(reader, body(node), place: "atom:" + name, pointer: pointer + "/" + name)
            }
        }
        return ItemText.page(reader, .none, place: "atom:title", pointer: pointer + "/content")
    }

    /// RFC 4287, 3.1.1 and 4.1.3: without a type it is text.
    private func body(_ node: Int) -> ItemText.Body {
        switch tree.attribute("type", of: node)?.lowercased() ?? "text" {
        case "xhtml", "application/xhtml+xml": .markup(tree.subtree(node))
        case "html", "text/html": .html(tree.string(node))
        case "text", "text/plain": .plain(tree.string(node))
        default: .none
        }
    }

    /// RFC 4287, 3.1.1: a text construct is plain unless it says `html`.
    private func texts(_ name: String, in parent: Int) -> [String] {
        Self.children(name, of: parent, in: tree).map { node in
            let text = tree.string(node)
            return tree.attribute("type", of: node) == "html" ? PlainText.withoutMarkup(text) : text
        }
    }

    /// The address of the entry as people read it: `rel` is `alternate` or absent.
    private func links(_ entry: Int) -> [String] {
        Self.children("link", of: entry, in: tree)
            .filter { tree.attribute("rel", of: $0) ?? "alternate" == "alternate" }
            .compactMap { tree.attribute("href", of: $0) }
    }

    private func names(_ parent: Int) -> [String] {
        Self.children("author", of: parent, in: tree).flatMap { texts("name", in: $0) }
    }

    /// The nearest declaration comes first.
    private func languages(_ entry: Int) -> [String] {
        let content = Self.children("content", of: entry, in: tree)
        return ((content + [entry]).map { tree.attribute("lang", of: $0) } + [language]).compactMap(\.self)
    }

    private static func children(_ name: String, of parent: Int, in tree: MarkupTree) -> [Int] {
        tree.children(parent).filter { tree.nodes[$0].name == name && tree.nodes[$0].space == atom }
    }
}
