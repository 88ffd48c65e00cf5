import Foundation
import FoundationXML

/// Checks a feed against the Atom Syndication Format (RFC 4287) with a parser that is not ours.
enum AtomValidator {
    struct Failure: Error {
        var reason: String
    }

    struct Element: Sendable {
        var name: String
        var attributes: [String: String] = [:]
        var text = ""
        var children: [Element] = []

        func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
        func text(_ name: String) -> String? { all(name).first?.text }
    }

    /// The element `feed`; throws at the first thing that the format has no place for.
    static func feed(_ bytes: [UInt8]) throws -> Element {
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.shouldProcessNamespaces = true
        parser.delegate = reader
        guard parser.parse(), let feed = reader.root else {
            throw Failure(reason: "no XML: \(parser.parserError.map { "\($0)" } ?? "")")
        }
        guard feed.name == "feed", reader.namespaces == ["http://www.w3.org/2005/Atom"] else {
            throw Failure(reason: "no Atom feed")
        }
        // 4.1.1
        try exactlyOne(feed, ["id", "title", "updated"])
        try known(
            feed, ["author", "category", "generator", "id", "link", "subtitle", "title", "updated", "entry"])
        try expect(feed.all("link").count { $0.attributes["rel"] == "self" } == 1, "no link to itself")
        var ids: Set<String> = []
        for entry in feed.all("entry") {
            // 4.1.2
            try exactlyOne(entry, ["id", "title", "updated", "content"])
            try known(
                entry,
                ["author", "category", "content", "id", "link", "published", "summary", "title", "updated"])
            try expect(entry.all("published").count <= 1, "published twice")
            try expect(!feed.all("author").isEmpty || !entry.all("author").isEmpty, "no author")
            try expect(ids.insert(entry.text("id") ?? "").inserted, "an id twice")
            try constructs(entry)
        }
        try constructs(feed)
        return feed
    }

    private static func constructs(_ element: Element) throws {
        // 4.2.6: an IRI with a scheme.
        let id = element.text("id") ?? ""
        try expect(URL(string: id)?.scheme?.isEmpty == false, "id \(id)")
        for name in ["updated", "published"] {
            for date in element.all(name) {
                try expect(ISO8601DateFormatter().date(from: date.text) != nil, "\(name) \(date.text)")
            }
        }
        for link in element.all("link") {
            try expect(link.attributes["href"]?.isEmpty == false, "a link to nowhere")
        }
        for category in element.all("category") {
            try expect(category.attributes["term"] != nil, "a category without a term")
        }
        for author in element.all("author") {
            try exactlyOne(author, ["name"])
        }
    }

    private static func exactlyOne(_ element: Element, _ names: [String]) throws {
        for name in names { try expect(element.all(name).count == 1, "\(name) in \(element.name)") }
    }

    private static func known(_ element: Element, _ names: [String]) throws {
        for child in element.children { try expect(names.contains(child.name), "\(child.name)") }
    }

    private static func expect(_ isRight: Bool, _ reason: String) throws {
        if !isRight { throw Failure(reason: reason) }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var root: Element?
        var namespaces: Set<String> = []
        private var open: [Element] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            namespaces.insert(namespaceURI ?? "")
            open.append(Element(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            guard !open.isEmpty else { return }
            open[open.count - 1].text += text
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            guard let element = open.popLast() else { return }
            if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
        }
    }
}
