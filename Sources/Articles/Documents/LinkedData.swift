/// Articles in schema.org's terms (JSON-LD 1.1, as far as publishers use it: no remote context is read).
struct LinkedData {
    /// The objects that are articles, in order.
    let articles: [JSONValue]
    private let byID: [String: JSONValue]

    init(_ values: [JSONValue]) {
        var objects: [JSONValue] = []
        for value in values { Self.collect(value, into: &objects, depth: 0) }
        byID = Dictionary(
            objects.compactMap { object in object["@id"]?.string.map { ($0, object) } }
        ) { first, other in
            Self.isReference(first) ? other : first
        }
        articles = objects.filter(Self.isArticle)
    }

    private static func isReference(_ object: JSONValue) -> Bool {
        if case .object(let members) = object { members.count < 2 } else { true }
    }

    /// Objects at the top, in `@graph`, and where a page, a list or a feed names what it is about.
    private static func collect(_ value: JSONValue, into objects: inout [JSONValue], depth: Int) {
        guard depth < 6 else { return }
        for object in value.elements where object.isObject {
            objects.append(object)
            for name in [
                "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "dataFeedElement",
                "hasPart",
            ] {
                if let inner = object[name] { collect(inner, into: &objects, depth: depth + 1) }
            }
        }
    }

    private static func isArticle(_ object: JSONValue) -> Bool {
        let types = (object["@type"]?.elements ?? []).compactMap(\.string)
        return types.contains { type in
            let name = type.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last ?? ""
            return name.hasSuffix("Article") || name == "BlogPosting" || name == "LiveBlogPosting"
                || name == "Report"
        }
    }

    /// The object that `value` is, or that it refers to by `@id`.
    private func resolved(_ value: JSONValue) -> JSONValue {
        guard let id = value["@id"]?.string, value["name"] == nil, let object = byID[id] else { return value }
        return object
    }

    /// Text of a property: a string, or the name of a thing; of many, the first.
    func text(_ name: String, of object: JSONValue) -> String? {
        (object[name]?.elements ?? []).lazy.compactMap { text(of: $0) }.first
    }

    func texts(_ name: String, of object: JSONValue) -> [String] {
        (object[name]?.elements ?? []).compactMap { text(of: $0) }
    }

    private func text(of value: JSONValue) -> String? {
        if let text = value.scalar { return text }
        if let text = value["@value"]?.scalar { return text }
        let thing = resolved(value)
        return thing["name"].flatMap {
            $0.elements.lazy.compactMap { $0.scalar ?? $0["@value"]?.scalar }.first
        }
    }

    /// The address of a property: a string, or the `@id` or `url` of a thing.
    func address(_ name: String, of object: JSONValue) -> String? {
        (object[name]?.elements ?? []).lazy.compactMap { $0.string ?? $0["@id"]?.string ?? $0["url"]?.string }
            .first
    }

    /// `identifier`: text, or the value of a `PropertyValue`.
    func identifier(of object: JSONValue) -> String? {
        (object["identifier"]?.elements ?? []).lazy.compactMap { $0.scalar ?? $0["value"]?.scalar }.first
    }

    /// `keywords`: texts, or one with commas.
    func keywords(of object: JSONValue) -> [String] {
        texts("keywords", of: object).flatMap {
            $0.split(whereSeparator: { $0 == "," || $0 == "،" }).map(String.init)
        }
    }
}
