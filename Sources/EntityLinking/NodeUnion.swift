/// Sets of nodes that grow together.
struct NodeUnion {
    private var groupOf: [NameNode: Int] = [:]
    private var all: [EntityGrouping.Group] = []
    /// The Wikidata items of each set.
    private var items: [Set<String>] = []
    private var enemies: [NameNode: Set<NameNode>] = [:]

    init(_ members: [EntityGrouping.Member]) {
        for member in members where groupOf[member.node] == nil {
            groupOf[member.node] = all.count
            all.append(EntityGrouping.Group(nodes: [member.node], links: []))
            items.append(member.wikidata.map { [$0] } ?? [])
        }
    }

    var groups: [EntityGrouping.Group] { all.filter { !$0.nodes.isEmpty } }

    /// What earlier calls have said holds against it.
    mutating func follow(_ decision: EntityGrouping.Decided) {
        let link = NameLink(reason: decision.reason, confidence: 1)
        if let first = decision.together.first {
            for node in decision.together.dropFirst() {
                join(NodeLink(one: first, other: node, link: link), isDecided: true)
            }
        }
        for one in decision.together {
            for other in decision.apart where groupOf[one] != groupOf[other] {
                enemies[one, default: []].insert(other)
                enemies[other, default: []].insert(one)
            }
        }
    }

    mutating func join(_ link: NodeLink, isDecided: Bool) {
        guard let one = groupOf[link.one], let other = groupOf[link.other], one != other,
            isDecided || mayJoin(one, other), !areEnemies(one, other)
        else { return }
        for node in all[other].nodes { groupOf[node] = one }
        all[one].nodes += all[other].nodes
        all[one].links += all[other].links + [link]
        all[other] = EntityGrouping.Group(nodes: [], links: [])
        items[one].formUnion(items[other])
    }

    private func areEnemies(_ one: Int, _ other: Int) -> Bool {
        guard !enemies.isEmpty else { return false }
        let nodes = all[other].nodes
        return all[one].nodes.contains { !(enemies[$0]?.isDisjoint(with: nodes) ?? true) }
    }

    /// Neither two Wikidata items nor two of one name are ever one by rule.
    private func mayJoin(_ one: Int, _ other: Int) -> Bool {
        let names = Set(all[one].nodes.map(\.name))
        return items[one].union(items[other]).count <= 1
            && !all[other].nodes.contains { names.contains($0.name) }
    }
}
