/// The articles of a document that can hold many.
package struct ReadDocument: Sendable {
    package enum Format: String, Sendable, Hashable, CaseIterable {
        case rss, atom, ninjs
        case jsonFeed = "json_feed"
        case linkedData = "json_ld"

        /// Whether it is made to hold many; of the others, one is the rule.
        package var isFeed: Bool { self == .rss || self == .atom || self == .jsonFeed }
    }

    /// Articles of one document.
    package static let maximumItems = 10_000

    package var format: Format
    /// In the order of the document.
    package var items: [Result<PageReader.Page, DocumentError>]

    /// - Parameter read: reads one, with its index.
    init<Item>(
        _ format: Format, _ items: [Item], _ read: (Int, Item) -> Result<PageReader.Page, DocumentError>
    ) throws(DocumentError) {
        guard items.count <= Self.maximumItems else { throw .tooManyItems(limit: Self.maximumItems) }
        self.format = format
        self.items = items.enumerated().map { read($0, $1) }
    }

    /// Reads RSS 2.0 (and 1.0) or Atom (RFC 4287). `xml` is UTF-8, whatever it declares.
    package static func xml(_ xml: [UInt8]) throws(DocumentError) -> ReadDocument {
        let tree: MarkupTree
        do {
            tree = try MarkupReader.xml(xml)
        } catch {
            throw .markup(error)
        }
        if let document = try RSSReader(tree: tree)?.document() { return document }
        if let document = try AtomReader(tree: tree)?.document() { return document }
        throw .unknownForm
    }

    /// Reads JSON Feed 1.1, schema.org's JSON-LD, or IPTC ninjs 1, 2 and 3, told by their members.
    package static func json(_ json: [UInt8]) throws(DocumentError) -> ReadDocument {
        let value: JSONValue
        do {
            value = try JSONReader.value(json)
        } catch {
            throw .json(error)
        }
        if value["version"]?.string?.contains("jsonfeed.org/version/") == true {
            return try JSONFeedReader(feed: value).document()
        }
        let first = value.elements.first ?? value
        if first["@type"] != nil || first["@graph"] != nil || first["@context"] != nil {
            return try linkedData(value)
        }
        if NinjsReader.isItem(first) {
            return try ReadDocument(.ninjs, value.elements) { index, item in
                NinjsReader(item: item, pointer: value.isArray ? "/\(index)" : "").page()
            }
        }
        throw .unknownForm
    }

    private static func linkedData(_ value: JSONValue) throws(DocumentError) -> ReadDocument {
        let data = LinkedData([value])
        guard !data.articles.isEmpty else { throw .unknownForm }
        return try ReadDocument(.linkedData, data.articles) { _, article in
            var reader = MetadataReader()
            data.read(article, into: &reader)
            let body: ItemText.Body =
                data.text("articleBody", of: article).map(ItemText.guess)
                ?? data.text("description", of: article).map(ItemText.guess) ?? .none
            return ItemText.page(reader, body, place: "json_ld:articleBody", pointer: "/articleBody")
        }
    }
}
