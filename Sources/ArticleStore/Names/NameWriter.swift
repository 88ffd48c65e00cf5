import GRDB
import TextAnalysis

/// Keeps what entities are found by in step with their names, the table `alias`; `finish` ends a transaction.
final class NameWriter {
    let database: Database
    /// Whether each entity that changed was not there before.
    private var changed: [Int64: Bool] = [:]

    init(database: Database) {
        self.database = database
    }

    /// The entity at this row has other names than before, or is gone.
    func noteChange(of entity: Int64, isNew: Bool = false) {
        changed[entity] = isNew
    }

    /// Reads the names of the entities that changed, and writes what they are found by.
    func finish() throws {
        for (entity, isNew) in changed.sorted(by: { $0.key < $1.key }) {
            let names = try String.fetchAll(
                database.cachedStatement(sql: "SELECT DISTINCT text FROM alias WHERE entity = ?"),
                arguments: [entity])
            try writeTails(of: names, entity, isNew: isNew)
            try writeSounds(of: names, entity, isNew: isNew)
        }
        changed = [:]
    }

    private func writeTails(of names: [String], _ entity: Int64, isNew: Bool) throws {
        var wanted: [String: Int] = [:]
        for tail in names.flatMap(NameTail.all) {
            wanted[tail.text] = min(tail.place, wanted[tail.text] ?? tail.place)
        }
        let stored =
            isNew
            ? []
            : try Row.fetchAll(
                database.cachedStatement(sql: "SELECT tail, place FROM name_tail WHERE entity = ?"),
                arguments: [entity])
        for row in stored {
            let tail: String = row[0]
            if wanted[tail] == row[1] as Int {
                wanted[tail] = nil
            } else if wanted[tail] == nil {
                try database.cachedStatement(sql: "DELETE FROM name_tail WHERE entity = ? AND tail = ?")
                    .execute(arguments: [entity, tail])
            }
        }
        let insertion = try database.cachedStatement(
            sql: """
                INSERT INTO name_tail (entity, tail, place) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET place = excluded.place
                """)
        for (tail, place) in wanted.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            try insertion.execute(arguments: [entity, tail, place])
        }
    }

    private func writeSounds(of names: [String], _ entity: Int64, isNew: Bool) throws {
        let wanted = Set(names.flatMap(NameSound.all))
        let stored =
            isNew
            ? []
            : try String.fetchSet(
                database.cachedStatement(sql: "SELECT sound FROM name_sound WHERE entity = ?"),
                arguments: [entity])
        for sound in stored.subtracting(wanted).sorted() {
            try database.cachedStatement(sql: "DELETE FROM name_sound WHERE entity = ? AND sound = ?")
                .execute(arguments: [entity, sound])
        }
        for sound in wanted.subtracting(stored).sorted() {
            try database.cachedStatement(sql: "INSERT INTO name_sound (entity, sound) VALUES (?, ?)")
                .execute(arguments: [entity, sound])
        }
    }
}
