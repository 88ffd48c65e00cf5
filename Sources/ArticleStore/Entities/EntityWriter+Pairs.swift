import Articles
import EntityLinking
import GRDB
import TextAnalysis

/// Which names are compared at all.
extension EntityWriter {
    struct Called {
        var name: Int64
        var isLabel: Bool
        var isAlias: Bool
        var kind: String
    }

    /// A text that a name has as a label or an alias.
    struct AliasRow {
        var text: String
        var folded: String
        var language: String
        var kind: String
        var isLabel: Bool
        var isAlias: Bool
    }

    func aliases(of name: Int64) throws -> [AliasRow] {
        if let known = knownAliases[name] { return known }
        let aliases = try database.direct(
            "SELECT text, folded, language, kind, labels, aliases FROM name_alias WHERE name = ?"
        ).all(name) { row in
            AliasRow(
                text: row[0], folded: row[1], language: row[2], kind: row[3], isLabel: row[4] as Int > 0,
                isAlias: row[5] as Int > 0)
        }
        knownAliases[name] = aliases
        return aliases
    }

    /// A name as names are compared, read once.
    func text(_ name: String) -> NameText {
        if let known = cache.texts[name] { return known }
        let text = NameText(name)
        cache.texts[name] = text
        return text
    }

    /// The texts that a name is compared by: its labels, and of an item of the gazetteer its other names too.
    func texts(of state: NameState, _ aliases: [AliasRow]) -> [NameText] {
        guard !state.isPlain else { return [] }
        return aliases.filter { $0.isLabel || state.wikidata != nil && $0.kind != "acronym" }
            .map { text($0.text) }
    }

    /// The names that have a text as a label or an alias; none when there are too many.
    func names(called folded: String) throws -> [Called] {
        if let known = knownCalled[folded] { return known }
        let found = try names(called: folded, limit: Self.bucketLimit + 1)
        return remember(found, folded)
    }

    private func remember(_ found: [Called], _ folded: String) -> [Called] {
        let called = found.count <= Self.bucketLimit ? found : []
        knownCalled[folded] = called
        return called
    }

    private func names(called folded: String, limit: Int) throws -> [Called] {
        try database.direct(
            """
            SELECT name_alias.name, MAX(labels), MAX(aliases), name.kind FROM name_alias
            JOIN name ON name.row = name_alias.name
            WHERE folded = ? GROUP BY name_alias.name LIMIT ?
            """
        ).all(folded, limit) {
            Called(name: $0[0], isLabel: $0[1] as Int > 0, isAlias: $0[2] as Int > 0, kind: $0[3])
        }
    }

    // MARK: Blocks

    func writeBlocks() throws {
        var changes: [Int64: (gained: Int, lost: Int)] = [:]
        for name in renamed.sorted() {
            let state = try state(name)
            let kind = Entity.Kind(rawValue: state.kind)
            let isGone = gone.contains(name)
            let texts = isGone ? [] : texts(of: state, try aliases(of: name))
            let wanted = Set(texts.flatMap { text in kind.map(text.blocks) ?? [] })
            let found = Set(
                try Int64.fetchAll(database.direct("SELECT block FROM name_block WHERE name = ?"), name))
            for block in wanted.subtracting(found).sorted() {
                try database.direct("INSERT INTO name_block (block, name) VALUES (?, ?)").run(block, name)
                changes[block, default: (0, 0)].gained += 1
            }
            for block in found.subtracting(wanted).sorted() {
                try database.direct("DELETE FROM name_block WHERE block = ? AND name = ?").run(block, name)
                changes[block, default: (0, 0)].lost += 1
            }
            refreshed.insert(name)
        }
        for (block, change) in changes { try noteSize(of: block, change.gained - change.lost) }
    }

    /// All of a block look anew when it became too large, or no longer is.
    private func noteSize(of block: Int64, _ difference: Int) throws {
        let limit = Self.bucketLimit
        let members = try members(of: block, limit: limit + 1 + max(difference, 0))
        let isLarge = members.count > limit
        if isLarge != (members.count - difference > limit) {
            refreshed.formUnion(try self.members(of: block, limit: -1))
        }
    }

    private func members(of block: Int64, limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            database.direct("SELECT name FROM name_block WHERE block = ? LIMIT ?"), block, limit)
    }

    // MARK: Pairs

    func refreshPairs() throws {
        // What shares a text that a name got or lost may not be alone with it any more, or is now; unless there are far too many.
        for (folded, changes) in changedTexts {
            let limit = Self.bucketLimit + changes
            let others = try names(called: folded, limit: limit + 1)
            _ = remember(others, folded)
            if others.count <= limit { refreshed.formUnion(others.map(\.name)) }
        }
        for name in refreshed.union(gone).sorted() {
            let wanted = gone.contains(name) ? [] : try candidates(of: name)
            let found = Set(
                try Int64.fetchAll(database.direct("SELECT other FROM name_pair WHERE one = ?"), name))
            for other in wanted.subtracting(found).sorted() { try pair(name, other) }
            for other in found.subtracting(wanted).sorted() { try part(name, other) }
            if !wanted.isEmpty { doubtful.insert(name) }
            try setPaired(name, !wanted.isEmpty)
        }
    }

    private func candidates(of name: Int64) throws -> Set<Int64> {
        let state = try state(name)
        guard !state.isPlain else { return [] }
        let aliases = try aliases(of: name)
        var called: Set<Int64> = []
        for alias in aliases {
            for other in try names(called: alias.folded) where other.kind == state.kind {
                if alias.isLabel && other.isAlias || alias.isAlias && other.isLabel {
                    called.insert(other.name)
                }
            }
        }
        var alike: Set<Int64> = []
        let blocks = try Int64.fetchAll(database.direct("SELECT block FROM name_block WHERE name = ?"), name)
        for block in blocks {
            let members = try members(of: block, limit: Self.bucketLimit + 1)
            if members.count <= Self.bucketLimit { alike.formUnion(members) }
        }
        called = try called.filter { try mayPair(state, $0) }
        alike = try alike.subtracting(called).filter { try mayPair(state, $0) }
        guard !alike.isEmpty else { return called }
        let texts = texts(of: state, aliases)
        return try called.union(
            alike.filter { other in
                let others = try self.texts(of: self.state(other), self.aliases(of: other))
                return texts.contains { text in
                    others.contains { NameSimilarity.between(text, $0) != nil }
                }
            })
    }

    private func mayPair(_ state: NameState, _ other: Int64) throws -> Bool {
        guard other != state.row, !gone.contains(other) else { return false }
        let other = try self.state(other)
        return !other.isPlain && other.kind == state.kind && (state.wikidata == nil || other.wikidata == nil)
    }

    private func pair(_ one: Int64, _ other: Int64) throws {
        for (left, right) in [(one, other), (other, one)] {
            try database.direct("INSERT OR IGNORE INTO name_pair (one, other) VALUES (?, ?)").run(left, right)
        }
        doubtful.formUnion([one, other])
        try settlePairedness(of: other)
    }

    private func part(_ one: Int64, _ other: Int64) throws {
        for (left, right) in [(one, other), (other, one)] {
            try database.direct("DELETE FROM name_pair WHERE one = ? AND other = ?").run(left, right)
        }
        try database.direct("DELETE FROM name_link WHERE one = ? AND other = ?").run(
            min(one, other), max(one, other))
        if database.changesCount > 0 { regrouped.formUnion([one, other]) }
        try settlePairedness(of: other)
    }

    private func settlePairedness(of name: Int64) throws {
        let isPaired = try Bool.fetchOne(
            database.direct("SELECT EXISTS (SELECT 1 FROM name_pair WHERE one = ?)"), name)
        try setPaired(name, isPaired ?? false)
    }

    private func setPaired(_ name: Int64, _ isPaired: Bool) throws {
        guard try state(name).isPaired != isPaired else { return }
        cache.change(name) { $0.isPaired = isPaired }
        try database.direct("UPDATE name SET paired = ? WHERE row = ?").run(isPaired, name)
    }
}
