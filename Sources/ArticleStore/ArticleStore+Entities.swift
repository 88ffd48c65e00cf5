package import Articles
import Foundation
import GRDB
import TextAnalysis

extension ArticleStore {
    /// An order of entities.
    package enum EntityOrder: String, Sendable, Hashable {
        /// Most articles first.
        case mostArticles = "-articles"
        case label
    }

    /// Entities, of the given kinds when any, with a name that contains `name` (compared folded) when given.
    package func entities(
        named name: String?, kinds: [Entity.Kind], minimumArticles: Int, order: EntityOrder,
        limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredEntity> {
        var all = Conditions()
        all.add("articles >= ?", [minimumArticles])
        if !kinds.isEmpty {
            all.add([Criteria.Clause(kinds.map(\.rawValue))], where: "kind IN $")
        }
        if let name {
            all.add(
                "row IN (SELECT entity FROM alias WHERE instr(folded, ?) > 0)", [LetterFolding.fold(name)])
        }
        let conditions = all
        return try reading { database in
            var rest = conditions
            rest.add(order, after: after)
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM entity" + rest.clause + order.clause + " LIMIT ?",
                arguments: rest.statementArguments + [limit + 1])
            let total = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM entity" + conditions.clause,
                arguments: conditions.statementArguments)
            let reader = ArticleReader(database: database)
            return try Page(
                rows.map {
                    ($0, PagePosition(text: $0["folded_label"], number: $0["articles"], row: $0["row"]))
                }, limit: limit, total: total ?? 0, sequence: Self.sequence(database)
            ) { try reader.entity($0) }
        }
    }

    /// One entity; `nil` when no article names one of this id.
    package func entity(_ id: String) throws(StoreError) -> StoredEntity? {
        try reading { try ArticleReader(database: $0).entity(id) }
    }

    /// The id of the entity that an id leads to: itself, or that of the entity that it is part of now; `nil` when there is none.
    package func survivor(ofEntity id: String) throws(StoreError) -> String? {
        try reading { database in
            guard let row = try ArticleReader(database: database).entityRow(leadingFrom: id) else {
                return nil
            }
            return try String.fetchOne(database, sql: "SELECT id FROM entity WHERE row = ?", arguments: [row])
        }
    }

    /// Clauses on entities' ids as clauses on the values of `KeywordField.entity`. An id that leads to no entity matches nothing.
    package func indexClauses(_ clauses: [Criteria.Clause]) throws(StoreError) -> [Criteria.Clause] {
        guard !clauses.isEmpty else { return [] }
        return try reading { database in
            let reader = ArticleReader(database: database)
            return try clauses.map { clause in
                let values = try clause.values.map { id in
                    try reader.entityRow(leadingFrom: id).map(IndexFeed.entityValue) ?? ""
                }
                return Criteria.Clause(values, negated: clause.negated)
            }
        }
    }

    /// The ids of entities that have `alias` in any language, compared folded.
    package func entityIDs(alias: String) throws(StoreError) -> [String] {
        let folded = LetterFolding.fold(alias)
        return try reading { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT entity.id FROM alias JOIN entity ON entity.row = alias.entity
                    WHERE alias.folded = ? ORDER BY entity.articles DESC, entity.id
                    """, arguments: [folded])
        }
    }

    /// Mentions of an entity: the newest article first, then by place in the text.
    package func mentions(
        of entityID: String, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredMention> {
        try reading { database in
            let reader = ArticleReader(database: database)
            let rows = try Int64.fetchAll(
                database,
                sql: """
                    SELECT article_entity.article FROM entity
                    JOIN article_entity ON article_entity.entity = entity.row
                    WHERE entity.id = ? AND article_entity.article <= ? ORDER BY article_entity.article DESC
                    """, arguments: [entityID, after?.row ?? Int64.max])
            var found: [(StoredMention, PagePosition)] = []
            for row in rows where found.count <= limit {
                let mentions = try reader.storedMentions(of: entityID, article: row)
                let start = after.flatMap { $0.row == row ? $0.number : nil } ?? -1
                found += mentions.filter { $0.1.number ?? 0 > start }
            }
            let total = try reader.entity(entityID)?.mentionCount ?? 0
            return try Page(
                found, limit: limit, total: total, sequence: Self.sequence(database)
            ) { $0 }
        }
    }
}

extension ArticleReader {
    func label(ofEntity id: String) throws -> String? {
        let record = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT record FROM entity WHERE id = ?"), arguments: [id])
        return try record.map {
            try EntityRecord.decode([UInt8]($0), id: id, kind: .person).entity.label
        }
    }

    /// The mentions of one entity in one article, each with its position: the article's row and the mention's first byte.
    fileprivate func storedMentions(
        of entityID: String, article row: Int64
    ) throws -> [(StoredMention, PagePosition)] {
        guard let stored = try article(row) else { return [] }
        let offsets = OffsetMap(stored.article.text)
        var lookup = EntityLookup(database: database)
        return try mentions(ofArticle: row).enumerated().compactMap { ordinal, mention in
            guard try lookup.entity(mention.entityID, article: row)?.id == entityID else { return nil }
            var mention = mention
            mention.entityID = entityID
            let stored = StoredMention(
                id: Identifier.mention(ordinal, article: row), articleID: stored.id,
                revision: stored.revision, mention: mention, text: stored.article.string(mention.range),
                codePoints: offsets.codePoints(mention.range))
            return (stored, PagePosition(number: Int64(mention.range.lowerBound), row: row))
        }
    }
}

extension ArticleStore.EntityOrder {
    fileprivate var clause: String {
        switch self {
        case .mostArticles: " ORDER BY articles DESC, row"
        case .label: " ORDER BY folded_label, row"
        }
    }
}

extension Conditions {
    fileprivate mutating func add(_ order: ArticleStore.EntityOrder, after: PagePosition?) {
        guard let after else { return }
        switch order {
        case .mostArticles:
            let articles = after.number ?? 0
            add("articles < ? OR (articles = ? AND row > ?)", [articles, articles, after.row])
        case .label: add("(folded_label, row) > (?, ?)", [after.text ?? "", after.row])
        }
    }
}
