/// Finds the element that holds a page's main text: the one that says so, or else the smallest that holds nearly all running text.
struct MainText {
    /// Letters of the shortest text that is believed to be the main one.
    private static let shortest = 20

    let tree: MarkupTree
    let isLeftOut: [Bool]
    let measure: PageMeasure

    /// The element, and what told it.
    func root() -> (node: Int, place: String) {
        if let body = best(share: 0, { tree.hasProperty("articleBody", $0) }) {
            return (body, "itemprop:articleBody")
        }
        let isArticle = { (node: Int) in
            tree.nodes[node].name == "article" || tree.attribute("role", of: node) == "article"
        }
        // One of many is a teaser.
        if let article = best(share: 3, isArticle) { return (narrowed(article), "html:article") }
        let isMain = { (node: Int) in
            tree.nodes[node].name == "main" || tree.attribute("role", of: node) == "main"
        }
        if let main = best(share: 3, isMain) { return (narrowed(main), "html:main") }
        return (narrowed(MarkupTree.root), "density")
    }

    /// The one of these with the most running text; with at least `share` tenths of the page's.
    private func best(share: Int, _ isOne: (Int) -> Bool) -> Int? {
        var best: Int?
        for index in tree.nodes.indices.dropFirst()
        where !isLeftOut[index] && !tree.nodes[index].isText && isOne(index) {
            if measure.good[index] > best.map({ measure.good[$0] }) ?? 0 { best = index }
        }
        guard let best, measure.good[best] >= Self.shortest,
            measure.good[best] * 10 >= share * measure.good[MarkupTree.root]
        else { return nil }
        return best
    }

    /// The smallest element within that holds nine tenths of its running text in more than one block.
    private func narrowed(_ start: Int) -> Int {
        var node = start
        while measure.good[node] > 0 {
            let next = tree.children(node).first {
                !isLeftOut[$0] && measure.good[$0] * 10 >= measure.good[node] * 9
            }
            guard let next,
                !["p", "ul", "ol", "blockquote", "pre"].contains(tree.nodes[next].name)
            else { break }
            node = next
        }
        return node
    }
}
