import GRDB
import TextAnalysis

/// Keeps what entities are found by in step with their names, the table `alias`; `finish` ends a transaction.
final class NameWriter {
    let database: Database
    private struct Change {
        /// It was not there before.
        var isNew: Bool
        /// All its names, where they are known.
        var names: [String]?
    }

    private var changed: [Int64: Change] = [:]

    init(database: Database) {
        self.database = database
    }

    /// The entity at this row has other names than before, or is gone.
    func noteChange(of entity: Int64, isNew: Bool = false, names: [String]? = nil) {
        changed[entity] = Change(isNew: isNew, names: names)
    }

    /// Reads the names of the entities that changed, and writes what they are found by.
    func finish() throws {
        for (entity, change) in changed.sorted(by: { $0.key < $1.key }) {
            let names =
                try change.names
                ?? String.fetchAll(
                    database.direct("SELECT DISTINCT text FROM alias WHERE entity = ?"), entity)
            try writeTails(of: names, entity, isNew: change.isNew)
            try writeSounds(of: names, entity, isNew: change.isNew)
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
            : try database.direct("SELECT tail, place FROM name_tail WHERE entity = ?")
                .all(entity) { ($0[0] as String, $0[1] as Int) }
        for (tail, place) in stored {
            if wanted[tail] == place {
                wanted[tail] = nil
            } else if wanted[tail] == nil {
                try database.direct("DELETE FROM name_tail WHERE entity = ? AND tail = ?").run(entity, tail)
            }
        }
        let insertion = try database.direct(
            """
            INSERT INTO name_tail (entity, tail, place) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET place = excluded.place
            """)
        for (tail, place) in wanted.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            try insertion.run(entity, tail, place)
        }
    }

    private func writeSounds(of names: [String], _ entity: Int64, isNew: Bool) throws {
        let wanted = Set(names.flatMap(NameSound.all))
        let stored =
            isNew
            ? []
            : try String.fetchSet(database.direct("SELECT sound FROM name_sound WHERE entity = ?"), entity)
        for sound in stored.subtracting(wanted).sorted() {
            try database.direct("DELETE FROM name_sound WHERE entity = ? AND sound = ?").run(entity, sound)
        }
        for sound in wanted.subtracting(stored).sorted() {
            try database.direct("INSERT INTO name_sound (entity, sound) VALUES (?, ?)").run(entity, sound)
        }
    }
}
