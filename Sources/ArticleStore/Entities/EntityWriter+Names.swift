import Articles
import EntityLinking
import Foundation
import GRDB
import TextAnalysis

/// Names, and how articles describe them.
extension EntityWriter {
    /// The name's row, made when it is new.
    func row(of prepared: PreparedEntity) throws -> Int64 {
        if let known = try state(local: prepared.entity.id) { return known.row }
        let entity = prepared.entity
        let id = try freeID(entity.id)
        let feature = Neighbour.feature(of: entity, id: entity.id, text)
        let isPlain = Neighbour.isCommon(entity)
        try database.direct(
            """
            INSERT INTO name (local, id, kind, wikidata, feature, plain, articles, namings, paired, loose, split)
            VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)
            """
        ).run(entity.id, id, entity.kind.rawValue, entity.wikidata, feature, isPlain)
        let row = database.lastInsertedRowID
        cache.remember(
            NameState(
                identity: NameIdentity(
                    row: row, local: entity.id, id: id, kind: entity.kind.rawValue, wikidata: entity.wikidata),
                feature: feature, isPlain: isPlain, articles: 0, namings: 0, isPaired: false, isLoose: false,
                isSplit: false, entity: 0, isShared: false))
        regrouped.insert(row)
        created.insert(row)
        return row
    }

    func state(local: String) throws -> NameState? {
        if let known = cache.name(local: local) { return known }
        return try read("local = ?", local)
    }

    func state(_ row: Int64) throws -> NameState {
        if let known = cache.names[row] { return known }
        guard let state = try read("name.row = ?", row) else { throw RecordError() }
        return state
    }

    private func read(_ condition: String, _ value: some SQLValue) throws -> NameState? {
        let state = try database.direct(
            """
            SELECT name.row, local, id, kind, wikidata, feature, plain, articles, namings, paired, loose, split,
              entity_name.entity, EXISTS (
                SELECT 1 FROM entity_name AS other
                WHERE other.entity = entity_name.entity AND other.name <> name.row)
            FROM name LEFT JOIN entity_name ON entity_name.name = name.row AND entity_name.part = 0
            WHERE \(condition)
            """
        ).first(value) { row in
            let isSplit: Bool = row[11]
            return NameState(
                identity: NameIdentity(
                    row: row[0], local: row[1], id: row[2], kind: row[3], wikidata: row[4]),
                feature: row[5],
                isPlain: row[6], articles: row[7], namings: row[8], isPaired: row[9], isLoose: row[10],
                isSplit: isSplit, entity: isSplit ? 0 : row[12], isShared: row[13])
        }
        if let state { cache.remember(state) }
        return state
    }

    // MARK: Namings

    func writeNamings() throws {
        for (key, change) in namings.sorted(by: {
            ($0.key.name, $0.key.digest) < ($1.key.name, $1.key.digest)
        })
        where change.count != 0 {
            // A new name has none.
            let isKnown = try !created.contains(key.name) && updateNaming(key, change.count)
            if change.count < 0 {
                try removeNaming(key)
            } else if !isKnown {
                try database.direct("INSERT INTO naming (name, digest, articles, record) VALUES (?, ?, ?, ?)")
                    .run(key.name, key.digest, change.count, change.record)
                try changeAliases(of: key.name, change.record, by: 1)
            }
            let state = try state(key.name)
            if state.namings > 1 || state.isShared || state.isSplit || change.count < 0 {
                relabelled.insert(key.name)
            }
        }
    }

    private func updateNaming(_ key: NamingKey, _ count: Int) throws -> Bool {
        try database.direct("UPDATE naming SET articles = articles + ? WHERE name = ? AND digest = ?").run(
            count, key.name, key.digest)
        return database.changesCount > 0
    }

    private func removeNaming(_ key: NamingKey) throws {
        let record = try [UInt8].fetchOne(
            database.direct("SELECT record FROM naming WHERE name = ? AND digest = ? AND articles <= 0"),
            key.name, key.digest)
        guard let record else { return }
        try database.direct("DELETE FROM naming WHERE name = ? AND digest = ?").run(key.name, key.digest)
        try changeAliases(of: key.name, record, by: -1)
    }

    private func changeAliases(of name: Int64, _ record: [UInt8], by difference: Int) throws {
        let local = try state(name).local
        let entity = try NamingRecord.decode(record, id: local)
        cache.change(name) { $0.namings += difference }
        renamed.insert(name)
        relabelled.insert(name)
        let label = Entity.Alias(text: entity.label, language: entity.labelLanguage, kind: .variant)
        try changeAlias(label, of: name, labels: difference, aliases: 0)
        for alias in entity.aliases { try changeAlias(alias, of: name, labels: 0, aliases: difference) }
    }

    private func changeAlias(_ alias: Entity.Alias, of name: Int64, labels: Int, aliases: Int) throws {
        let folded = LetterFolding.fold(alias.text)
        try database.direct(
            """
            INSERT INTO name_alias (name, folded, text, language, kind, labels, aliases) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET labels = labels + excluded.labels, aliases = aliases + excluded.aliases
            """
        ).run(
            name, folded, alias.text, alias.language.rawValue, alias.kind.rawValue,
            labels, aliases)
        changedTexts[folded, default: 0] += 1
        knownAliases[name] = nil
        knownCalled[folded] = nil
        guard labels + aliases < 0 else { return }
        try database.direct(
            """
            DELETE FROM name_alias
            WHERE name = ? AND text = ? AND language = ? AND kind = ? AND labels <= 0 AND aliases <= 0
            """
        ).run(name, alias.text, alias.language.rawValue, alias.kind.rawValue)
    }

    // MARK: Counts

    /// Names that became common, or no longer are, are other evidence for what is named beside them.
    func writeCounts() throws {
        for (name, old) in before.sorted(by: { $0.key < $1.key }) {
            let state = try state(name)
            try database.direct("UPDATE name SET articles = ?, namings = ? WHERE row = ?").run(
                state.articles, state.namings, name)
            if state.articles <= 0, try !decisions.isCreated(state.local) { gone.insert(name) }
            let isCommon = state.articles > Neighbour.commonCount
            if !state.isPlain, isCommon != (old > Neighbour.commonCount) { try disturbNeighbours(of: name) }
        }
    }

    private func disturbNeighbours(of name: Int64) throws {
        let neighbours = try database.direct(
            """
            SELECT DISTINCT name.row, name.paired, name.loose FROM article_name AS own
            JOIN article_name AS other ON other.article = own.article
            JOIN name ON name.row = other.name
            WHERE own.name = ? AND (name.paired OR name.loose)
            """
        ).all(name) { (row: $0[0] as Int64, isPaired: $0[1] as Bool, isLoose: $0[2] as Bool) }
        for neighbour in neighbours {
            if neighbour.isPaired { doubtful.insert(neighbour.row) }
            if neighbour.isLoose { unsettled.insert(neighbour.row) }
        }
    }
}
