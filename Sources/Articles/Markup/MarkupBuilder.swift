/// Makes a tree of the events of a parser, within limits.
final class MarkupBuilder {
    private(set) var tree = MarkupTree()
    private(set) var problem: MarkupError?
    private let limits: MarkupReader.Limits
    private var open = [MarkupTree.root]

    init(_ limits: MarkupReader.Limits) { self.limits = limits }

    func start(_ name: String, space: String?) -> Bool {
        guard open.count <= limits.depth else { return stop(.tooDeep(limit: limits.depth)) }
        guard let parent = open.last, hasRoom else { return false }
        let node = tree.nodes.count
        let end = tree.text.count
        tree.nodes.append(
            MarkupTree.Node(name: name, space: space, parent: parent, end: node + 1, text: end..<end))
        open.append(node)
        return true
    }

    func attribute(_ name: String, _ value: String) -> Bool {
        guard let node = open.last else { return false }
        tree.nodes[node].attributes.append(MarkupTree.Attribute(name: name, value: value))
        return true
    }

    func end() -> Bool {
        guard open.count > 1, let node = open.popLast() else { return true }
        close(node)
        return true
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let parent = open.last else { return false }
        let start = tree.text.count
        unsafe tree.text.append(contentsOf: bytes)
        let last = tree.nodes.count - 1
        if tree.nodes[last].isText, tree.nodes[last].parent == parent {
            tree.nodes[last].text = tree.nodes[last].text.lowerBound..<tree.text.count
            return true
        }
        guard hasRoom else { return false }
        tree.nodes.append(
            MarkupTree.Node(name: "", parent: parent, end: last + 2, text: start..<tree.text.count))
        return true
    }

    /// Ends what is still open.
    func finish() -> MarkupTree {
        while let node = open.popLast() { close(node) }
        return tree
    }

    private func close(_ node: Int) {
        tree.nodes[node].end = tree.nodes.count
        tree.nodes[node].text = tree.nodes[node].text.lowerBound..<tree.text.count
    }

    private var hasRoom: Bool {
        tree.nodes.count < limits.nodes || stop(.tooManyNodes(limit: limits.nodes))
    }

    private func stop(_ error: MarkupError) -> Bool {
        problem = error
        return false
    }
}
