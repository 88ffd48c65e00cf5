/// What was read from HTML or XML: elements and texts in the order of the document, each with its place.
struct MarkupTree: Sendable {
    struct Attribute: Sendable, Hashable {
        /// Without a prefix; in small letters in HTML.
        var name: String
        var value: String
    }

    struct Node: Sendable {
        /// Empty for text.
        var name: String
        /// The namespace's name; `nil` in HTML and where there is none.
        var space: String?
        var attributes: [Attribute] = []
        /// An index in `nodes`; the root's is its own.
        var parent: Int
        /// The index after the last node within; of a text the one after it.
        var end: Int
        /// UTF-8 bytes in `text`; of an element all within.
        var text: Range<Int>

        var isText: Bool { name.isEmpty }
    }

    /// The first stands for the document and has no name of its own.
    var nodes: [Node]
    var text: [UInt8] = []

    static let root = 0

    init() {
        nodes = [Node(name: "#document", parent: 0, end: 1, text: 0..<0)]
    }

    /// The elements and texts directly within a node.
    func children(_ parent: Int) -> some Sequence<Int> {
        let end = nodes[parent].end
        return sequence(first: parent + 1) { [nodes] in nodes[$0].end < end ? nodes[$0].end : nil }
            .prefix(parent + 1 < end ? Int.max : 0)
    }

    /// All nodes within, in order.
    func descendants(_ node: Int) -> Range<Int> { node + 1..<nodes[node].end }

    /// An element with all within as a tree of its own.
    func subtree(_ node: Int) -> MarkupTree {
        var tree = MarkupTree()
        let start = nodes[node].text.lowerBound
        tree.text = Array(text[nodes[node].text])
        for index in node..<nodes[node].end {
            var copy = nodes[index]
            copy.parent = index == node ? Self.root : copy.parent - node + 1
            copy.end += 1 - node
            copy.text = copy.text.lowerBound - start..<copy.text.upperBound - start
            tree.nodes.append(copy)
        }
        tree.nodes[Self.root].end = tree.nodes.count
        tree.nodes[Self.root].text = 0..<tree.text.count
        return tree
    }

    func attribute(_ name: String, of node: Int) -> String? {
        nodes[node].attributes.first { $0.name == name }?.value
    }

    /// The characters within, as they stand.
    func string(_ node: Int) -> String {
        String(decoding: text[nodes[node].text], as: UTF8.self)
    }

    /// The characters within, with single spaces and none at the ends.
    func words(_ node: Int) -> String {
        string(node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The first element within of a name.
    func first(_ name: String, in node: Int = root) -> Int? {
        descendants(node).first { nodes[$0].name == name }
    }
}
