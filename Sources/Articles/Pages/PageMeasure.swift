/// How much text stands in each element of a page, and how much of it is links.
struct PageMeasure {
    private static let shortestGoodBlock = 25

    /// Code points without white space, of what is not left out.
    private(set) var letters: [Int]
    /// Those of them in links.
    private(set) var linked: [Int]
    /// Those outside links in blocks that read like running text.
    private(set) var good: [Int]

    init(_ tree: MarkupTree, isLeftOut: [Bool]) {
        let nodes = tree.nodes
        letters = [Int](repeating: 0, count: nodes.count)
        linked = letters
        good = letters
        var block = letters
        var isLink = [Bool](repeating: false, count: nodes.count)
        var ownLetters = letters
        var ownLinked = letters
        for (index, node) in nodes.enumerated().dropFirst() where !isLeftOut[index] {
            isLink[index] = isLink[node.parent] || node.name == "a"
            block[index] =
                PageElements.blocks.contains(node.name) || node.name == "td" ? index : block[node.parent]
            guard node.isText else { continue }
            let count = tree.text[node.text].count { $0 > 0x20 && $0 & 0xc0 != 0x80 }
            letters[index] = count
            ownLetters[block[index]] += count
            if isLink[index] {
                linked[index] = count
                ownLinked[block[index]] += count
            }
        }
        for index in nodes.indices where ownLetters[index] >= Self.shortestGoodBlock {
            if ownLinked[index] * 2 < ownLetters[index] { good[index] = ownLetters[index] - ownLinked[index] }
        }
        for index in nodes.indices.dropFirst().reversed() {
            letters[nodes[index].parent] += letters[index]
            linked[nodes[index].parent] += linked[index]
            good[nodes[index].parent] += good[index]
        }
    }

    /// Whether more than three of five characters in it are links.
    func isLinkList(_ node: Int) -> Bool {
        linked[node] * 5 > letters[node] * 3
    }
}
