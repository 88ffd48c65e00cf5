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

    /// Entities, of the given kinds when any, with a name within reach that contains `name` (compared folded) when given.
    package func entities(
        named name: String?, reach: NameReach = .alias, kinds: [Entity.Kind], minimumArticles: Int,
        order: EntityOrder, limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredEntity> {
        let conditions = Self.entityConditions(
            named: name, reach: reach, kinds: kinds, minimumArticles: minimumArticles)
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

    static func entityConditions(
        named name: String?, reach: NameReach, kinds: [Entity.Kind], minimumArticles: Int
    ) -> Conditions {
        var all = Conditions()
        all.add("articles >= ?", [minimumArticles])
        if !kinds.isEmpty {
            all.add([Criteria.Clause(kinds.map(\.rawValue))], where: "kind IN $")
        }
        if let name { all.add(conditions(onName: name, reach)) }
        return all
    }

    private static func conditions(onName name: String, _ reach: NameReach) -> Conditions {
        var conditions = Conditions()
        let folded = LetterFolding.fold(name)
        let byName = "row IN (SELECT entity FROM alias WHERE instr(folded, ?) > 0)"
        switch reach {
        case .alias: conditions.add(byName, [folded])
        case .off:
            conditions.add(
                """
                row IN (SELECT alias.entity FROM alias WHERE instr(alias.folded, ?) > 0
                  AND alias.language IN (SELECT label.language FROM alias AS label
                    WHERE label.entity = entity.row AND label.folded = entity.folded_label))
                """, [folded])
        case .translit:
            let sounds = NameSound.all(of: name)
            let bySound = " OR row IN (SELECT entity FROM name_sound WHERE sound >= ? AND sound < ?)"
            conditions.add(
                byName + String(repeating: bySound, count: sounds.count),
                [folded] + sounds.flatMap { [$0, NameSound.end(of: $0)] })
        }
        return conditions
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
        try entities(called: alias, reach: .alias).map(\.entity.entity.id)
    }

    /// Entities that have `name` as a whole, compared folded and within reach: those named in most articles first. What only
    /// sounds like it counts where nothing is called so.
    package func entities(called name: String, reach: NameReach) throws(StoreError) -> [Suggestion] {
        let folded = LetterFolding.fold(name)
        return try reading { database in
            let reader = ArticleReader(database: database)
            let query = NameQuery(name, reach: reach)
            func read(_ sql: String, _ keys: [String]) throws -> [Suggestion] {
                let arguments = StatementArguments(keys)
                return try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { row in
                    let entity = try reader.entity(row)
                    let match = query.best(of: entity.entity)
                    return match.map { Suggestion(entity: entity, match: $0) }
                }
            }
            let named = try read(
                """
                SELECT * FROM entity WHERE row IN (SELECT entity FROM alias WHERE folded = ?)
                ORDER BY articles DESC, id
                """, [folded])
            let sounds = NameSound.all(of: name)
            guard named.isEmpty, reach == .translit, !sounds.isEmpty else { return named }
            let marks = Array(repeating: "?", count: sounds.count).joined(separator: ",")
            let alike = try read(
                """
                SELECT * FROM entity WHERE row IN (SELECT entity FROM name_sound WHERE sound IN (\(marks)))
                ORDER BY articles DESC, id LIMIT 100
                """, sounds)
            return alike.filter { suggestion in
                let entity = suggestion.entity.entity
                return ([entity.label] + entity.aliases.map(\.text)).contains {
                    Transliteration.isSameName($0, name)
                }
            }
        }
    }

    /// Mentions of an entity in articles that meet `criteria`: the newest article first, then by place in the text.
    package func mentions(
        of entityID: String, _ criteria: Criteria = Criteria(), limit: Int, after: PagePosition?
    ) throws(StoreError) -> Page<StoredMention> {
        var all = Conditions()
        all.add("entity.id = ?", [entityID])
        all.add(criteria.articleConditions)
        let conditions = all
        return try reading { database in
            let reader = ArticleReader(database: database)
            let source = """
                 FROM entity JOIN article_entity ON article_entity.entity = entity.row
                JOIN article ON article.row = article_entity.article
                """
            var rest = conditions
            rest.add("article_entity.article <= ?", [after?.row ?? Int64.max])
            let rows = try Int64.fetchCursor(
                database,
                sql: "SELECT article_entity.article" + source + rest.clause
                    + " ORDER BY article_entity.article DESC", arguments: rest.statementArguments)
            var found: [(StoredMention, PagePosition)] = []
            while found.count <= limit, let row = try rows.next() {
                let mentions = try reader.storedMentions(of: entityID, article: row)
                let start = after.flatMap { $0.row == row ? $0.number : nil } ?? -1
                found += mentions.filter { $0.1.number ?? 0 > start }
            }
            let total = try Int.fetchOne(
                database,
                sql: "SELECT COALESCE(SUM(article_entity.mentions), 0)" + source + conditions.clause,
                arguments: conditions.statementArguments)
            return try Page(
                found, limit: limit, total: total ?? 0, sequence: Self.sequence(database)
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
