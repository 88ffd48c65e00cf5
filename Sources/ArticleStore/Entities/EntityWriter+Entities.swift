import Articles
import EntityLinking
import Foundation
import GRDB
import TextAnalysis

/// Entities, and which articles name them.
extension EntityWriter {
    /// An entity without anything yet, or that of a new name alone, whose id it has.
    func insertEntity(of name: NameIdentity?) throws -> Int64 {
        let last = try lastEntity ?? Int64.fetchOne(database.direct("SELECT MAX(row) FROM entity"))
        let row = (last ?? 0) + 1
        lastEntity = row
        changed.insert(row)
        insertedEntities.insert(row)
        // One whose id is settled is written once, with all that is known of it then.
        if let name, try !decisions.hasChanges {
            unwrittenEntities[row] = name
            return row
        }
        try database.direct(
            """
            INSERT INTO entity (row, id, kind, folded_label, articles, mentions, record)
            VALUES (?1, COALESCE(?2, '~' || ?1), '', '', 0, 0, x'')
            """
        ).run(row, name?.id)
        return row
    }

    /// The entity that an article means by what extraction calls it. Valid after `finish`.
    func entity(local: String, article: Int64) throws -> Int64? {
        guard let state = try state(local: local) else { return nil }
        return try entity(of: state.row, article: article)
    }

    /// The entity that a name means in an article.
    private func entity(of name: Int64, article: Int64) throws -> Int64? {
        let state = try state(name)
        if !state.isSplit, state.entity != 0 { return state.entity }
        return try Int64.fetchOne(
            database.direct(
                """
                SELECT entity_name.entity FROM article_name
                JOIN entity_name ON entity_name.name = article_name.name AND entity_name.part = article_name.part
                WHERE article_name.article = ? AND article_name.name = ?
                """), article, name)
    }

    func writeArticleEntities() throws {
        let insertion = try database.direct(
            "INSERT INTO article_entity (entity, article, mentions) VALUES (?, ?, ?)")
        for (article, names) in added.sorted(by: { $0.key < $1.key }) {
            var mentions: [Int64: Int] = [:]
            for name in names {
                guard let entity = try entity(of: name.name, article: article) else { continue }
                mentions[entity, default: 0] += name.mentions
            }
            for (entity, number) in mentions {
                try insertion.run(entity, article, number)
                count(entity, articles: 1, mentions: number)
            }
            entitiesOfAdded[article] = mentions.keys.sorted()
        }
        for article in affected.sorted() { try rewriteEntities(ofArticle: article) }
    }

    private func rewriteEntities(ofArticle article: Int64) throws {
        let old = try mentions(
            "SELECT entity, mentions FROM article_entity WHERE article = ?", article)
        let new = try mentions(
            """
            SELECT entity_name.entity, SUM(article_name.mentions) FROM article_name
            JOIN entity_name ON entity_name.name = article_name.name AND entity_name.part = article_name.part
            WHERE article_name.article = ? GROUP BY entity_name.entity
            """, article)
        for (entity, number) in old where new[entity] != number {
            try database.direct("DELETE FROM article_entity WHERE entity = ? AND article = ?").run(
                entity, article)
            count(entity, articles: -1, mentions: -number)
        }
        for (entity, number) in new where old[entity] != number {
            try database.direct("INSERT INTO article_entity (entity, article, mentions) VALUES (?, ?, ?)")
                .run(entity, article, number)
            count(entity, articles: 1, mentions: number)
        }
    }

    private func mentions(_ sql: String, _ article: Int64) throws -> [Int64: Int] {
        let rows = try database.direct(sql).all(article) { ($0[0] as Int64, $0[1] as Int) }
        return Dictionary(rows) { first, _ in first }
    }

    // MARK: Entities

    func writeEntities() throws {
        for (entity, count) in counts.sorted(by: { $0.key < $1.key }) where count != (0, 0) {
            guard unwrittenEntities[entity] == nil else { continue }
            try database.direct(
                "UPDATE entity SET articles = articles + ?, mentions = mentions + ? WHERE row = ?"
            ).run(count.articles, count.mentions, entity)
            if count.articles < 0 { changed.insert(entity) }
        }
        for name in relabelled where !gone.contains(name) {
            let state = try state(name)
            if !state.isSplit, state.entity != 0 {
                changed.insert(state.entity)
            } else {
                changed.formUnion(
                    try Int64.fetchAll(database.direct("SELECT entity FROM entity_name WHERE name = ?"), name)
                )
            }
        }
        let new = unwrittenEntities
        unwrittenEntities = [:]
        let namings = namingsOfCreated()
        for entity in changed.sorted() {
            guard let name = new[entity] else {
                try writeEntity(entity)
                continue
            }
            try writeEntity(entity, of: name, namings[name.row] ?? [])
        }
    }

    /// An entity as its articles and people describe it; `nil` when nothing is left of it.
    func described(_ row: Int64) throws -> CuratedDescription? {
        let namings = try database.direct(
            """
            SELECT DISTINCT name.local, naming.digest, naming.articles, naming.record FROM entity_name
            JOIN naming ON naming.name = entity_name.name JOIN name ON name.row = entity_name.name
            WHERE entity_name.entity = ?
            """
        ).all(row) { row in
            Naming(entity: try NamingRecord.decode(row[3], id: row[0]), articles: row[2])
        }
        return try described(row, namings)
    }

    private func described(_ row: Int64, _ namings: [Naming]) throws -> CuratedDescription? {
        let sayings = try sayings(ofEntity: row)
        guard let (entity, labels) = EntityLabels.entity(namings + self.namings(of: sayings)) else {
            return nil
        }
        var description = CuratedDescription(entity, labels: labels)
        for saying in sayings { description.apply(saying.change) }
        description.finish()
        return description
    }

    /// How articles describe the names that there were not before, all of which came in this transaction.
    private func namingsOfCreated() -> [Int64: [(digest: Int64, change: NamingChange)]] {
        var found: [Int64: [(digest: Int64, change: NamingChange)]] = [:]
        for (key, change) in namings where change.count > 0 && created.contains(key.name) {
            found[key.name, default: []].append((key.digest, change))
        }
        return found
    }

    private func writeEntity(_ row: Int64) throws {
        guard let description = try described(row) else {
            try database.execute(sql: "DELETE FROM entity WHERE row = ?", arguments: [row])
            try deleteCurated(entity: row)
            return
        }
        try writeCurated(description, entity: row)
        let entity = description.entity
        try database.direct("UPDATE entity SET kind = ?, folded_label = ?, record = ? WHERE row = ?").run(
            entity.kind.rawValue, LetterFolding.fold(entity.label),
            EntityRecord.encode(entity, labels: description.labels), row)
    }

    /// Writes the entity of a new name alone, which is not in the database yet.
    private func writeEntity(
        _ row: Int64, of name: NameIdentity, _ namings: [(digest: Int64, change: NamingChange)]
    ) throws {
        let namings = try namings.sorted { $0.digest < $1.digest }.map { naming in
            Naming(
                entity: try NamingRecord.decode(naming.change.record, id: name.local),
                articles: naming.change.count)
        }
        guard let description = try described(row, namings) else { return }
        namesOfInserted[row] = namings.flatMap { [$0.entity.label] + $0.entity.aliases.map(\.text) }
        let entity = description.entity
        let count = counts[row] ?? (0, 0)
        try database.direct(
            """
            INSERT INTO entity (row, id, kind, folded_label, articles, mentions, record)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            row, name.id, entity.kind.rawValue, LetterFolding.fold(entity.label), count.articles,
            count.mentions, EntityRecord.encode(entity, labels: description.labels))
    }
}
