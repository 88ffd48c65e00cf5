import EntityLinking
import GRDB

/// Puts names together to entities.
extension EntityWriter {
    /// An entity to be, with the row that it gets.
    struct PlacedGroup {
        var nodes: [NameNode]
        var links: [NodeLink]
        var entity: Int64 = 0
        /// The node of the least row.
        var first: NameNode

        init(_ group: EntityGrouping.Group) {
            nodes = group.nodes
            links = group.links
            first =
                nodes.min { ($0.name, $0.part) < ($1.name, $1.part) } ?? NameNode(name: 0, part: 0)
        }
    }

    func regroup() throws {
        var done: Set<Int64> = []
        var open = regrouped.subtracting(gone).sorted()
        var groups: [PlacedGroup] = []
        var old: [NameNode: Place] = [:]
        while let name = open.popLast() {
            guard !done.contains(name) else { continue }
            let component = try component(of: name)
            done.formUnion(component.names)
            groups += try self.groups(of: component)
            // What was one with any of these is looked at too, so that no two groups go on with the same entity.
            for name in component.names where !created.contains(name) {
                for (node, place) in try places(of: name) {
                    old[node] = place
                    open += try Int64.fetchAll(
                        database.direct("SELECT DISTINCT name FROM entity_name WHERE entity = ?"),
                        place.entity)
                }
            }
        }
        groups.sort { ($0.first.name, $0.first.part) < ($1.first.name, $1.first.part) }
        try place(groups, old)
    }

    /// The entity of a node, and what ties it to the others.
    struct Place: Equatable {
        var entity: Int64
        var tie: NameLink?
    }

    private func places(of name: Int64) throws -> [(NameNode, Place)] {
        try database.direct("SELECT part, entity, reason, confidence FROM entity_name WHERE name = ?").all(
            name
        ) { row in
            let reason: String? = row[2]
            let tie = reason.map { NameLink(reason: $0, confidence: row[3] ?? 0) }
            return (NameNode(name: name, part: row[0]), Place(entity: row[1], tie: tie))
        }
    }

    /// Names whose entities are not those that links and decisions make of them now.
    func wronglyGrouped(from name: Int64) throws -> (names: Set<Int64>, isWrong: Bool) {
        let component = try component(of: name)
        var entities: Set<Int64> = []
        var isWrong = false
        for group in try groups(of: component) {
            var found: Set<Int64> = []
            for node in group.nodes {
                let entity = try Int64.fetchOne(
                    database.direct("SELECT entity FROM entity_name WHERE name = ? AND part = ?"), node.name,
                    node.part)
                found.insert(entity ?? 0)
            }
            if found.count != 1 || !entities.isDisjoint(with: found) { isWrong = true }
            entities.formUnion(found)
        }
        return (component.names, isWrong)
    }

    private struct Component {
        var names: Set<Int64> = []
        var links: Set<NodeLink> = []
        var decisions: [EntityDecision] = []
    }

    /// A name with all that links and decisions join to it; of what is too large to be joined, a part.
    private func component(of name: Int64) throws -> Component {
        var component = Component(names: [name])
        var open = [name]
        let hasDecisions = try !decisions.isEmpty
        while let next = open.popLast(), component.names.count <= 4 * EntityGrouping.largest {
            let state = try state(next)
            if state.isPaired {
                for link in try links(of: next) {
                    component.links.insert(link)
                    let other = link.one.name == next ? link.other.name : link.one.name
                    if component.names.insert(other).inserted { open.append(other) }
                }
            }
            guard hasDecisions else { continue }
            for decision in try decisions.decisions(onNames: [state.local])
            where !component.decisions.contains(decision) {
                component.decisions.append(decision)
                for mark in decision.together + decision.apart {
                    guard let marked = try self.state(local: mark.name) else { continue }
                    if component.names.insert(marked.row).inserted { open.append(marked.row) }
                }
            }
        }
        return component
    }

    private func links(of name: Int64) throws -> [NodeLink] {
        try database.direct(
            """
            SELECT one, one_part, other, other_part, reason, confidence FROM name_link WHERE one = ?1
            UNION ALL
            SELECT one, one_part, other, other_part, reason, confidence FROM name_link WHERE other = ?1
            """
        ).all(name, read: NodeLink.init)
    }

    private func groups(of component: Component) throws -> [PlacedGroup] {
        var members: [EntityGrouping.Member] = []
        for name in component.names.sorted() where !gone.contains(name) {
            let state = try state(name)
            for part in try parts(of: state) {
                members.append(
                    EntityGrouping.Member(
                        node: NameNode(name: name, part: part), id: state.local, wikidata: state.wikidata))
            }
        }
        let decided = component.decisions.sorted { $0.order > $1.order }.map { decision in
            EntityGrouping.Decided(
                together: nodes(of: decision.together, in: decision, members),
                apart: nodes(of: decision.apart, in: decision, members), reason: decision.reason)
        }
        return EntityGrouping.groups(members, links: Array(component.links), decided: decided)
            .map(PlacedGroup.init)
    }

    /// The nodes that marks of a decision mean.
    private func nodes(
        of marks: [EntityDecision.Mark], in decision: EntityDecision, _ members: [EntityGrouping.Member]
    ) -> [NameNode] {
        let partial = Self.parts(of: decision)
        var nodes: [NameNode] = []
        for mark in marks {
            let part = partial.first { $0.mark == mark }?.part
            nodes += members.filter {
                $0.id == mark.name && (part.map { $0 } ?? $0.node.part == $0.node.part)
            }.map(\.node)
        }
        return nodes
    }

    // MARK: Rows

    /// Gives each group the row of the entity that most of it comes from, so that least is written anew.
    private func place(_ groups: [PlacedGroup], _ old: [NameNode: Place]) throws {
        var groups = groups
        try assignRows(to: &groups, old)
        var stale = Set(old.keys)
        for group in groups {
            let ties = ties(of: group)
            for node in group.nodes {
                stale.remove(node)
                cache.change(node.name) { $0.isShared = group.nodes.count > 1 }
                let known = old[node]
                if known == Place(entity: group.entity, tie: ties[node]) { continue }
                try write(node, in: group.entity, ties[node])
                if let known, known.entity != group.entity { try move(node) }
                changed.insert(group.entity)
            }
        }
        for node in stale {
            try database.direct("DELETE FROM entity_name WHERE name = ? AND part = ?").run(
                node.name, node.part)
        }
        for place in old.values { changed.insert(place.entity) }
        try settleIDs(of: groups.filter { !isPlain($0) })
    }

    /// A new name alone: its entity has its id from the start.
    private func isPlain(_ group: PlacedGroup) -> Bool {
        group.nodes.count == 1 && group.first.part == 0 && created.contains(group.first.name)
            && !(cache.names[group.first.name]?.isSplit ?? true)
    }

    private func write(_ node: NameNode, in entity: Int64, _ tie: NameLink?) throws {
        try database.direct(
            "INSERT OR REPLACE INTO entity_name (name, part, entity, reason, confidence) VALUES (?, ?, ?, ?, ?)"
        ).run(node.name, node.part, entity, tie?.reason, tie?.confidence)
        cache.change(node.name) { if !$0.isSplit, node.part == 0 { $0.entity = entity } }
    }

    /// The articles of a node have another entity now.
    private func move(_ node: NameNode) throws {
        let articles = try Int64.fetchAll(
            database.direct("SELECT article FROM article_name WHERE name = ? AND part = ?"), node.name,
            node.part)
        for article in articles where added[article] == nil { affected.insert(article) }
    }

    private func assignRows(to groups: inout [PlacedGroup], _ old: [NameNode: Place]) throws {
        var shares: [(weight: Int, entity: Int64, group: Int)] = []
        for (index, group) in groups.enumerated() {
            var weights: [Int64: Int] = [:]
            for node in group.nodes {
                guard let entity = old[node]?.entity else { continue }
                weights[entity, default: 0] += try state(node.name).articles
            }
            for (entity, weight) in weights { shares.append((weight, entity, index)) }
        }
        var taken: Set<Int64> = []
        for share in shares.sorted(by: { ($1.weight, $0.entity, $0.group) < ($0.weight, $1.entity, $1.group) }
        )
        where groups[share.group].entity == 0 && taken.insert(share.entity).inserted {
            groups[share.group].entity = share.entity
        }
        for index in groups.indices where groups[index].entity == 0 {
            let group = groups[index]
            let name = isPlain(group) ? try state(group.first.name).identity : nil
            groups[index].entity = try insertEntity(of: name)
        }
    }

    /// What ties each node but one to the rest of its group: the link on the way to the first.
    private func ties(of group: PlacedGroup) -> [NameNode: NameLink] {
        guard group.nodes.count > 1 else { return [:] }
        let first = group.first
        var ties: [NameNode: NameLink] = [:]
        var open = [first]
        while let node = open.popLast() {
            for link in group.links where link.one == node || link.other == node {
                let next = link.one == node ? link.other : link.one
                guard next != first, ties[next] == nil else { continue }
                ties[next] = link.link
                open.append(next)
            }
        }
        return ties
    }
}
