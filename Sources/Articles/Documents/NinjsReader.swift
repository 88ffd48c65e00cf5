/// An item of IPTC ninjs: 1.x (`headline`, `body_text`), 2.x (`headlines`, `versioncreated`), 3.x (`versionCreated`).
struct NinjsReader {
    let item: JSONValue
    /// A JSON Pointer to it, empty for the whole document.
    let pointer: String

    /// Whether an object looks like one: `uri` is its only required member.
    static func isItem(_ value: JSONValue) -> Bool {
        guard value["uri"]?.string != nil, case .object(let members) = value else { return false }
        return members.contains { member in
            let name = member.name.lowercased()
            return [
                "bodies", "headlines", "headline", "versioncreated", "standard", "pubstatus",
                "representationtype",
            ]
            .contains(name) || name.hasPrefix("body_")
        }
    }

    func page() -> Result<PageReader.Page, DocumentError> {
        var reader = MetadataReader()
        reader.take(
            .title,
            from: [("ninjs:headlines", values("headlines")), candidate("headline"), candidate("title")])
        reader.take(.externalID, from: [candidate("uri")])
        reader.take(.url, from: [candidate("canonicalurl"), candidate("url"), candidate("uri")])
        reader.take(
            .source,
            from: [
                ("ninjs:infosources", names("infosources")), candidate("source"),
                candidate("copyrightholder"),
            ])
        reader.take(
            .authors, from: [candidate("by"), candidate("byline"), ("ninjs:bylines", values("bylines"))])
        reader.take(
            .tags,
            from: [
                ("ninjs:keywords", texts("keywords")),
                ("ninjs:subjects", names("subjects") + names("subject")),
            ])
        reader.take(.language, from: [candidate("language")])
        reader.take(
            .publishedAt,
            from: ["firstpublished", "contentcreated", "firstcreated", "versioncreated"].map(candidate))
        reader.take(.modifiedAt, from: [candidate("contentmodified"), candidate("versioncreated")])
        let body = body
        return ItemText.page(
            reader, body.body, place: "ninjs:" + body.name, pointer: pointer + "/" + body.name)
    }

    /// The body with the most structure: HTML before plain text; other media types are not text.
    private var body: (body: ItemText.Body, name: String) {
        let bodies = member("bodies")?.elements ?? []
        for isWanted in [Self.isHTML, Self.isPlain] {
            let found = bodies.lazy.filter {
                isWanted(Self.member("contenttype", of: $0)?.string ?? "text/plain")
            }
            .compactMap { $0["value"]?.string }.first
            if let found { return (isWanted("text/html") ? .html(found) : .plain(found), "bodies") }
        }
        for name in ["body_html5", "body_html", "body_xhtml", "body_richhtml5"] {
            if let html = item[name]?.string { return (.html(html), name) }
        }
        return (
            item["body_text"]?.string.map { .plain($0) } ?? .none,
            item["body_text"] == nil ? "bodies" : "body_text"
        )
    }

    private static func isHTML(_ type: String) -> Bool {
        let type = type.lowercased()
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml")
    }

    private static func isPlain(_ type: String) -> Bool { type.lowercased().hasPrefix("text/plain") }

    /// Versions differ in the case of names.
    private static func member(_ name: String, of value: JSONValue) -> JSONValue? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name.lowercased() == name && $0.value != .null }?.value
    }

    private func member(_ name: String) -> JSONValue? { Self.member(name, of: item) }

    private func candidate(_ name: String) -> MetadataReader.Candidate { ("ninjs:" + name, texts(name)) }

    private func texts(_ name: String) -> [String] { (member(name)?.elements ?? []).compactMap(\.string) }

    private func names(_ name: String) -> [String] {
        (member(name)?.elements ?? []).compactMap { $0["name"]?.string }
    }

    /// `value` of objects; that of the one with the role `main` first.
    private func values(_ name: String) -> [String] {
        let objects = member(name)?.elements ?? []
        let main = objects.filter { $0["role"]?.string == "main" }
        return (main + objects).compactMap { $0["value"]?.string }
    }
}
