import Articles
import EntityLinking
import GRDB
import TextAnalysis

/// Which names are of one entity, as far as two of them alone tell.
extension EntityWriter {
    private struct Pair: Hashable {
        var one: Int64
        var other: Int64
    }

    /// One end of a pair.
    private struct End {
        var state: NameState
        var aliases: [AliasRow]
        var texts: [NameText]
        var label: AliasRow?
        var parts: [Int]
    }

    func settleLinks() throws {
        var pairs: Set<Pair> = []
        for name in doubtful where !gone.contains(name) {
            let others = try Int64.fetchAll(
                database.direct("SELECT other FROM name_pair WHERE one = ?"), name)
            for other in others { pairs.insert(Pair(one: min(name, other), other: max(name, other))) }
        }
        samples = [:]
        defer { samples = nil }
        var ends: [Int64: End] = [:]
        for pair in pairs.sorted(by: { ($0.one, $0.other) < ($1.one, $1.other) }) {
            for name in [pair.one, pair.other] where ends[name] == nil { ends[name] = try end(name) }
            guard let one = ends[pair.one], let other = ends[pair.other] else { continue }
            try settle(one, other)
        }
    }

    private func end(_ name: Int64) throws -> End {
        let state = try state(name)
        let aliases = try aliases(of: name)
        let label = aliases.filter(\.isLabel).min { $0.text < $1.text }
        return End(
            state: state, aliases: aliases, texts: texts(of: state, aliases), label: label,
            parts: try parts(of: state))
    }

    /// The parts of a name that its articles have.
    func parts(of state: NameState) throws -> [Int] {
        guard state.isSplit else { return [0] }
        return try Int.fetchAll(
            database.direct("SELECT DISTINCT part FROM article_name WHERE name = ? ORDER BY part"), state.row)
    }

    private func settle(_ one: End, _ other: End) throws {
        let known = try links(between: one.state.row, other.state.row)
        try write(try links(one, other), over: known, one.state.row, other.state.row)
    }

    /// What is written of two names differs from what they say now.
    func isWrong(_ one: Int64, _ other: Int64) throws -> Bool {
        try links(end(one), end(other)) != links(between: one, other)
    }

    private func links(_ one: End, _ other: End) throws -> Set<NodeLink> {
        var wanted: Set<NodeLink> = []
        let similarities = similarities(one, other)
        let aliases = try aliases(one, other) + aliases(other, one)
        if !similarities.isEmpty || !aliases.isEmpty {
            for left in one.parts where left < Self.firstDecidedPart {
                for right in other.parts where right < Self.firstDecidedPart {
                    let evidence = try evidence(one.state, left, other.state, right)
                    // Where there are several of a name, its letters alone say too little.
                    let isEnough = !(one.state.isSplit || other.state.isSplit) || evidence.score >= 2
                    let links =
                        (isEnough ? similarities : []).compactMap { NameLink.bySpelling($0, evidence) }
                        + aliases.compactMap { NameLink.byAlias($0.alias, of: $0.entity, evidence) }
                    guard
                        let link = links.max(by: { ($0.confidence, $1.reason) < ($1.confidence, $0.reason) })
                    else { continue }
                    wanted.insert(
                        NodeLink(
                            one: NameNode(name: one.state.row, part: left),
                            other: NameNode(name: other.state.row, part: right), link: link))
                }
            }
        }
        return wanted
    }

    private func evidence(
        _ one: NameState, _ left: Int, _ other: NameState, _ right: Int
    ) throws -> Evidence {
        Evidence(
            try knownSample(of: one.row, part: one.isSplit ? left : nil),
            try knownSample(of: other.row, part: other.isSplit ? right : nil),
            own: [one.feature, other.feature])
    }

    /// The same sample is asked for with each of the names that a name may be linked to.
    private func knownSample(of name: Int64, part: Int?) throws -> NeighbourSample {
        let node = NameNode(name: name, part: part ?? -1)
        if let known = samples?[node] { return known }
        let read = NeighbourSample(try sample(of: name, part: part))
        samples?[node] = read
        return read
    }

    private func similarities(_ one: End, _ other: End) -> [NameSimilarity] {
        guard one.state.kind == other.state.kind else { return [] }
        return one.texts.flatMap { text in
            other.texts.compactMap { NameSimilarity.between(text, $0) }
        }
    }

    private func write(
        _ wanted: Set<NodeLink>, over known: Set<NodeLink>, _ one: Int64, _ other: Int64
    ) throws {
        guard wanted != known else { return }
        for link in known.subtracting(wanted) {
            try database.direct(
                "DELETE FROM name_link WHERE one = ? AND one_part = ? AND other = ? AND other_part = ?"
            ).run(link.one.name, link.one.part, link.other.name, link.other.part)
        }
        for link in wanted.subtracting(known) {
            try database.direct(
                """
                INSERT OR REPLACE INTO name_link (one, one_part, other, other_part, reason, confidence)
                VALUES (?, ?, ?, ?, ?, ?)
                """
            ).run(
                link.one.name, link.one.part, link.other.name, link.other.part, link.link.reason,
                link.link.confidence)
        }
        regrouped.formUnion([one, other])
    }

    private func links(between one: Int64, _ other: Int64) throws -> Set<NodeLink> {
        let links = try database.direct(
            "SELECT one, one_part, other, other_part, reason, confidence FROM name_link WHERE one = ? AND other = ?"
        ).all(one, other, read: NodeLink.init)
        return Set(links)
    }

    /// What the one alone is called that is the other's label.
    private func aliases(_ one: End, _ other: End) throws -> [(alias: Entity.Alias, entity: Entity)] {
        guard one.state.kind == other.state.kind, let label = one.label,
            let kind = Entity.Kind(rawValue: one.state.kind)
        else { return [] }
        let labels = Set(other.aliases.filter(\.isLabel).map(\.folded))
        var found: [(alias: Entity.Alias, entity: Entity)] = []
        for row in one.aliases where row.isAlias && labels.contains(row.folded) {
            let claimants = try names(called: row.folded).filter {
                $0.isAlias && $0.kind == one.state.kind && $0.name != other.state.row
            }
            guard claimants.map(\.name) == [one.state.row],
                let aliasKind = Entity.Alias.Kind(rawValue: row.kind),
                let language = Language(rawValue: row.language)
            else { continue }
            let entity = Entity(
                id: one.state.local, kind: kind, label: label.text, labelLanguage: language,
                wikidata: one.state.wikidata)
            found.append((Entity.Alias(text: row.text, language: language, kind: aliasKind), entity))
        }
        return found
    }
}

extension NodeLink {
    /// Of a row of `one, one_part, other, other_part, reason, confidence`.
    init(_ row: SQLRow) {
        self.init(
            one: NameNode(name: row[0], part: row[1]), other: NameNode(name: row[2], part: row[3]),
            link: NameLink(reason: row[4], confidence: row[5]))
    }
}
