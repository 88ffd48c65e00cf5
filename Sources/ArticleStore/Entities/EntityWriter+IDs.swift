import EntityLinking
import GRDB

/// Ids of entities: the oldest of those that its names have; the others lead to it.
extension EntityWriter {
    private struct Held {
        var age: Int64
        /// A name's own id comes before those that parts of it had.
        var isOwn: Bool
        var id: String
    }

    func settleIDs(of groups: [PlacedGroup]) throws {
        var ids: [(entity: Int64, id: String)] = []
        for group in groups {
            let id = try id(of: group)
            let known = try String.fetchOne(
                database.direct("SELECT id FROM entity WHERE row = ?"), group.entity)
            if known != id { ids.append((group.entity, id)) }
        }
        // An id may go from one to another of them.
        let statement = try database.direct("UPDATE entity SET id = ? WHERE row = ?")
        for (entity, _) in ids { try statement.run("~\(entity)", entity) }
        for (entity, id) in ids {
            // An entity that is about to go may still have it.
            try database.direct("UPDATE entity SET id = '~' || row WHERE id = ?").run(id)
            try database.direct("UPDATE entity SET id = ? WHERE row = ?").run(id, entity)
            changed.insert(entity)
        }
    }

    private func id(of group: PlacedGroup) throws -> String {
        var held: [Held] = []
        for node in group.nodes {
            let state = try state(node.name)
            if try !state.isSplit || holderPart(of: state) == node.part {
                held.append(Held(age: state.row, isOwn: true, id: state.id))
            }
            let others = try database.direct("SELECT id, article, age FROM entity_id WHERE name = ?")
                .all(node.name) { (id: $0[0] as String, article: $0[1] as Int64?, age: $0[2] as Int64) }
            for other in others
            where try !state.isSplit || part(of: other.article, of: state.row) == node.part {
                held.append(Held(age: other.age, isOwn: false, id: other.id))
            }
        }
        if let chosen = try decisions.chosenID(among: held.map(\.id)) { return chosen }
        if let oldest = held.min(by: { ($0.age, $0.isOwn ? 0 : 1, $0.id) < ($1.age, $1.isOwn ? 0 : 1, $1.id) }
        ) {
            return oldest.id
        }
        return try newID(of: group)
    }

    /// The part that has the name's own id: that of the article `holder`, the first that came when the name fell apart.
    private func holderPart(of state: NameState) throws -> Int {
        let holder = try Int64.fetchOne(database.direct("SELECT holder FROM name WHERE row = ?"), state.row)
        if let part = try part(of: holder, of: state.row) { return part }
        let first = try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT article, part FROM article_name WHERE name = ? ORDER BY article LIMIT 1"),
            arguments: [state.row])
        guard let first else { return 0 }
        try database.direct("UPDATE name SET holder = ? WHERE row = ?").run(first[0] as Int64, state.row)
        return first[1]
    }

    private func part(of article: Int64?, of name: Int64) throws -> Int? {
        guard let article else { return nil }
        return try Int.fetchOne(
            database.direct("SELECT part FROM article_name WHERE article = ? AND name = ?"), article, name)
    }

    /// For a part of a name whose id another part has.
    private func newID(of group: PlacedGroup) throws -> String {
        let node = group.first
        let state = try state(node.name)
        let article = try Int64.fetchOne(
            database.direct("SELECT MIN(article) FROM article_name WHERE name = ? AND part = ?"), node.name,
            node.part)
        let id = try freeID(state.local + "#")
        try database.direct("INSERT INTO entity_id (id, name, article, age) VALUES (?, ?, ?, ?)").run(
            id, node.name, article, state.row)
        return id
    }

    /// `wanted` when it is an id that nothing has, else another made of it.
    func freeID(_ wanted: String) throws -> String {
        if wanted.hasPrefix("n_"), !wanted.hasSuffix("#"), try isFree(wanted) { return wanted }
        let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        for attempt in 0..<10_000 {
            var rest = StableHash.hash("\(wanted)\(attempt)")
            var letters: [UInt8] = []
            for _ in 0..<13 {
                letters.append(digits[Int(rest & 31)])
                rest >>= 5
            }
            let id = "n_" + String(decoding: letters, as: UTF8.self)
            if try isFree(id) { return id }
        }
        throw StoreError.failed("there is no free id for an entity")
    }

    private func isFree(_ id: String) throws -> Bool {
        let isTaken = try Bool.fetchOne(
            database.direct(
                """
                SELECT EXISTS (SELECT 1 FROM name WHERE id = ?1) OR EXISTS (SELECT 1 FROM entity_id WHERE id = ?1)
                """), id)
        return isTaken != true
    }

    // MARK: Names that go

    /// Forgets names that no article has. Their ids go over to the oldest name of their entity that is left.
    func dropGoneNames() throws {
        if !gone.isEmpty { knownCalled = [:] }
        for name in gone.sorted() {
            let state = try state(name)
            let links = try Row.fetchAll(
                database,
                sql:
                    "SELECT other FROM name_link WHERE one = ?1 UNION SELECT one FROM name_link WHERE other = ?1",
                arguments: [name])
            for link in links { regrouped.insert(link[0]) }
            let heir = try Int64.fetchOne(
                database,
                sql: """
                    SELECT MIN(other.name) FROM entity_name AS own JOIN entity_name AS other ON other.entity = own.entity
                    JOIN name ON name.row = other.name AND name.articles > 0 WHERE own.name = ?
                    """, arguments: [name])
            try passIDs(of: state, to: heir)
            let entities = try Int64.fetchAll(
                database, sql: "SELECT entity FROM entity_name WHERE name = ?", arguments: [name])
            changed.formUnion(entities)
            for statement in Self.deletions { try database.execute(sql: statement, arguments: [name]) }
            cache.forget(name)
        }
    }

    private static let deletions = [
        "DELETE FROM name_link WHERE one = ?1 OR other = ?1",
        "DELETE FROM entity_name WHERE name = ?",
        "DELETE FROM name WHERE row = ?",
    ]

    private func passIDs(of state: NameState, to heir: Int64?) throws {
        guard let heir else {
            try database.execute(sql: "DELETE FROM entity_id WHERE name = ?", arguments: [state.row])
            return
        }
        regrouped.insert(heir)
        try database.execute(
            sql: "UPDATE entity_id SET name = ?, article = NULL WHERE name = ?", arguments: [heir, state.row])
        try database.execute(
            sql: "INSERT INTO entity_id (id, name, article, age) VALUES (?, ?, NULL, ?)",
            arguments: [state.id, heir, state.row])
    }
}
