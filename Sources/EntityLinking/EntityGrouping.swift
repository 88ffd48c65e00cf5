/// Puts names together that links join, as far as nothing speaks against it.
package enum EntityGrouping {
    /// Names that links join are left alone when there are more: that many spellings of one entity there are not.
    package static let largest = 64

    /// What is known of a node apart from its links.
    package struct Member: Sendable, Hashable {
        package var node: NameNode
        /// The extraction's id of the name: what ties are broken by, since rows depend on what came first.
        package var id: String
        /// Its Wikidata item, when it has one.
        package var wikidata: String?

        package init(node: NameNode, id: String, wikidata: String?) {
            self.node = node
            self.id = id
            self.wikidata = wikidata
        }
    }

    /// What a person decided, said of nodes.
    package struct Decided: Sendable, Hashable {
        package var together: [NameNode]
        package var apart: [NameNode]
        package var reason: String

        package init(together: [NameNode], apart: [NameNode], reason: String) {
            self.together = together
            self.apart = apart
            self.reason = reason
        }
    }

    /// Nodes of one entity.
    package struct Group: Sendable, Hashable {
        package var nodes: [NameNode]
        /// The links that put it together: one less than nodes.
        package var links: [NodeLink]
    }

    /// The entities of `members`, which are all that links and decisions join to each other: as their content has it, whatever
    /// order they are in. `decided` has the latest decision first.
    package static func groups(
        _ members: [Member], links: [NodeLink], decided: [Decided] = []
    ) -> [Group] {
        var union = NodeUnion(members)
        for decision in decided { union.follow(decision) }
        if members.count <= largest {
            let keys = Dictionary(members.map { ($0.node, $0.id) }) { first, _ in first }
            for link in ranked(unambiguous(links, members), keys) { union.join(link, isDecided: false) }
        }
        return union.groups
    }

    /// A name that is linked to several Wikidata items is linked to none of them.
    private static func unambiguous(_ links: [NodeLink], _ members: [Member]) -> [NodeLink] {
        var items: [NameNode: String] = [:]
        for member in members { items[member.node] = member.wikidata }
        var known: [NameNode: Set<String>] = [:]
        for link in links {
            for (one, other) in [(link.one, link.other), (link.other, link.one)] where items[one] == nil {
                if let item = items[other] { known[one, default: []].insert(item) }
            }
        }
        func isTorn(_ one: NameNode, _ other: NameNode) -> Bool {
            (known[one]?.count ?? 0) > 1 && items[other] != nil
        }
        return links.filter { !isTorn($0.one, $0.other) && !isTorn($0.other, $0.one) }
    }

    /// The surest first.
    private static func ranked(_ links: [NodeLink], _ keys: [NameNode: String]) -> [NodeLink] {
        func key(_ link: NodeLink) -> (Double, String, Int, String, Int) {
            let one = (keys[link.one] ?? "", link.one.part)
            let other = (keys[link.other] ?? "", link.other.part)
            let (first, second) = one < other ? (one, other) : (other, one)
            return (-link.link.confidence, first.0, first.1, second.0, second.1)
        }
        return links.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
