import Articles
import GRDB
import TextAnalysis

/// Keeps what names are found by in step with the table `alias`.
struct NameWriter {
    let database: Database

    /// A name that an entity has got.
    func add(_ name: String, to entity: Int64) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO name_tail (entity, tail, place) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET place = MIN(place, excluded.place)
                """)
        for tail in NameTail.all(of: name) {
            try insert.execute(arguments: [entity, tail.text, tail.place])
        }
        guard let sound = SoundKey.of(name) else { return }
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO name_sound (sound, entity) VALUES (?, ?)")
            .execute(arguments: [sound, entity])
    }

    /// All names of an entity; called while they are still in the table `alias`.
    func remove(_ entity: Int64) throws {
        try database.cachedStatement(sql: "DELETE FROM name_tail WHERE entity = ?")
            .execute(arguments: [entity])
        for name in try names(of: entity) {
            guard let sound = SoundKey.of(name) else { continue }
            try database.cachedStatement(sql: "DELETE FROM name_sound WHERE sound = ? AND entity = ?")
                .execute(arguments: [sound, entity])
        }
    }

    private func names(of entity: Int64) throws -> [String] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT DISTINCT text FROM alias WHERE entity = ?"),
            arguments: [entity])
    }
}
