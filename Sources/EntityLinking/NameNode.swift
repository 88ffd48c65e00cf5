/// A name, or the part of its articles that mean one of several of that name.
package struct NameNode: Sendable, Hashable {
    /// The name's row in the store.
    package var name: Int64
    /// 0 for the greatest part, or all.
    package var part: Int

    package init(name: Int64, part: Int) {
        self.name = name
        self.part = part
    }
}

/// A link between two nodes.
package struct NodeLink: Sendable, Hashable {
    package var one: NameNode
    package var other: NameNode
    package var link: NameLink

    package init(one: NameNode, other: NameNode, link: NameLink) {
        self.one = one
        self.other = other
        self.link = link
    }
}
