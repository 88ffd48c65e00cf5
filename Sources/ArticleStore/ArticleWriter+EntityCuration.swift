import Articles
import EntityLinking
import GRDB
import TextAnalysis

/// Writes what people decide of entities.
extension ArticleWriter {
    // MARK: Creation and change

    /// `local` is the id that extraction gives a name such as the label.
    func create(_ change: EntityChange, local: String, reason: String?, at now: Int64) throws -> Curated {
        guard let kind = change.kind, let label = change.label else { return .not(.unknown) }
        if let known = try currentID(leadingFrom: local) { return .not(.exists(known)) }
        if let state = try entities.state(local: local) { return .not(.exists(state.id)) }
        let operation = try record(.create, .entity, local, [], reason, at: now)
        try write(change, of: operation)
        let entity = Entity(id: local, kind: kind, label: label.text, labelLanguage: label.language)
        _ = try entities.row(of: PreparedEntity(ArticleEntity(entity: entity, mentions: 0)))
        return .done(operation: operation, sequence: try recordCuration(operation, at: now))
    }

    /// `seen` is what the entity must still be like; `nil` for anything.
    func change(
        entity id: String, _ change: EntityChange, seen: StoredEntity?, reason: String?, at now: Int64
    ) throws -> Curated {
        let reader = ArticleReader(database: database)
        guard let row = try reader.entityRow(leadingFrom: id), let target = try entityID(row) else {
            return .not(.unknown)
        }
        if let seen, let known = try reader.entity(target), !known.isDescribed(as: seen) {
            return .not(.outdated)
        }
        let operation = try record(.change, .entity, target, [], reason, at: now)
        try write(change, of: operation)
        entities.changed.insert(row)
        return .done(operation: operation, sequence: try recordCuration(operation, at: now))
    }

    private func write(_ change: EntityChange, of operation: Int64) throws {
        try database.execute(
            sql: "INSERT INTO entity_change (operation, record) VALUES (?, ?)",
            arguments: [operation, EntityChangeRecord.data(change)])
        curated.refresh()
    }

    // MARK: Merges

    func merge(entities ids: [String], into id: String, reason: String?, at now: Int64) throws -> Curated {
        let reader = ArticleReader(database: database)
        guard let target = try reader.entityRow(leadingFrom: id), let targetID = try entityID(target) else {
            return .not(.unknown)
        }
        var rows = [target]
        for (index, id) in ids.enumerated() {
            guard let row = try reader.entityRow(leadingFrom: id) else {
                return .not(.refused(.unknown, item: index))
            }
            guard row != target else { return .not(.refused(.same, item: index)) }
            if !rows.contains(row) { rows.append(row) }
        }
        let operation = try record(.merge, .entity, targetID, ids, reason, at: now)
        let nodes = try rows.flatMap(nodes)
        for (name, parts) in Dictionary(grouping: nodes, by: \.name).sorted(by: { $0.key < $1.key }) {
            try markTogether(name, parts: Set(parts.map(\.part)), in: operation)
        }
        return try settleEntities(operation, at: now)
    }

    /// Marks a name, or some parts of one.
    private func markTogether(_ name: Int64, parts: Set<Int>, in operation: Int64) throws {
        let state = try entities.state(name)
        guard try Set(entities.parts(of: state)) != parts else {
            return try mark(state.local, articles: [], isApart: false, in: operation)
        }
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT article, part FROM article_name WHERE name = ?"),
            arguments: [name])
        let articles = rows.filter { parts.contains($0[1]) }.map { $0[0] as Int64 }
        try mark(state.local, articles: articles, isApart: false, in: operation)
    }

    // MARK: Splits

    private struct Named: Hashable {
        var name: Int64
        var article: Int64
    }

    /// What an article calls by one name is one: a mention stands for all of its name in its article.
    func split(mentions: [String], from id: String, reason: String?, at now: Int64) throws -> Curated {
        guard let row = try ArticleReader(database: database).entityRow(leadingFrom: id),
            let target = try entityID(row)
        else { return .not(.unknown) }
        var off: Set<Named> = []
        for (index, mention) in mentions.enumerated() {
            switch try named(mention, entity: row) {
            case .success(let named): off.insert(named)
            case .failure(let refusal): return .not(.refused(refusal.reason, item: index))
            }
        }
        let all = Set(
            try Row.fetchAll(database, sql: Self.named, arguments: [row]).map {
                Named(name: $0[0], article: $0[1])
            })
        let rest = all.subtracting(off)
        guard !rest.isEmpty else { return .not(.refused(.nothingLeft, item: 0)) }
        let operation = try record(.split, .entity, target, mentions, reason, at: now)
        let names = Set(rest.map(\.name))
        for (name, articles) in Dictionary(grouping: off, by: \.name).sorted(by: { $0.key < $1.key }) {
            let state = try entities.state(name)
            let isWhole = articles.count == state.articles
            try mark(
                state.local, articles: isWhole ? [] : articles.map(\.article), isApart: false, in: operation)
            if !isWhole { try keepID(of: name, with: rest, not: off) }
        }
        for name in names.sorted() {
            try mark(entities.state(name).local, articles: [], isApart: true, in: operation)
        }
        return try settleEntities(operation, at: now)
    }

    private static let named = """
        SELECT article_name.name, article_name.article FROM entity_name
        JOIN article_name ON article_name.name = entity_name.name AND article_name.part = entity_name.part
        WHERE entity_name.entity = ?
        """

    private struct Refusal: Error {
        var reason: CurationRefusal
    }

    private func named(_ mention: String, entity: Int64) throws -> Result<Named, Refusal> {
        guard let place = Identifier.mentionPlace(mention),
            try ArticleReader(database: database).article(place.article) != nil
        else { return .failure(Refusal(reason: .unknown)) }
        let mentions = try ArticleReader(database: database).mentions(ofArticle: place.article)
        guard mentions.indices.contains(place.ordinal) else { return .failure(Refusal(reason: .unknown)) }
        let local = mentions[place.ordinal].entityID
        var lookup = EntityLookup(database: database)
        guard try lookup.entity(local, article: place.article)?.row == entity,
            let name = try entities.state(local: local)
        else { return .failure(Refusal(reason: .other)) }
        return .success(Named(name: name.row, article: place.article))
    }

    /// The id of a name that falls apart stays with what is left, not with what is split off.
    private func keepID(of name: Int64, with rest: Set<Named>, not off: Set<Named>) throws {
        let holder = try Int64.fetchOne(
            database, sql: "SELECT holder FROM name WHERE row = ?", arguments: [name])
        let keeper = rest.filter { $0.name == name }.map(\.article).min()
        guard let keeper, holder.map({ off.contains(Named(name: name, article: $0)) }) ?? true else { return }
        if holder == nil, try entities.state(name).isSplit { return }
        try database.execute(sql: "UPDATE name SET holder = ? WHERE row = ?", arguments: [keeper, name])
    }

    // MARK: Parts

    private func entityID(_ row: Int64) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM entity WHERE row = ?"), arguments: [row])
    }

    private func currentID(leadingFrom id: String) throws -> String? {
        try ArticleReader(database: database).entityRow(leadingFrom: id).flatMap(entityID)
    }

    private func nodes(ofEntity row: Int64) throws -> [NameNode] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT name, part FROM entity_name WHERE entity = ?"),
            arguments: [row]
        ).map { NameNode(name: $0[0], part: $0[1]) }
    }

    /// Marks a name in some articles, or in all with none.
    private func mark(_ name: String, articles: [Int64], isApart: Bool, in operation: Int64) throws {
        var hashes: Set<String> = articles.isEmpty ? [""] : []
        for article in articles {
            let hash = try String.fetchOne(
                database.cachedStatement(sql: "SELECT content_hash FROM article WHERE row = ?"),
                arguments: [article])
            if let hash { hashes.insert(hash) }
        }
        for hash in hashes.sorted() {
            try database.execute(
                sql: "INSERT INTO entity_mark (name, operation, content_hash, apart) VALUES (?, ?, ?, ?)",
                arguments: [name, operation, hash, isApart])
        }
    }

    private func settleEntities(_ operation: Int64, at now: Int64) throws -> Curated {
        try reconsiderNames(of: operation)
        return .done(operation: operation, sequence: try recordCuration(operation, at: now))
    }

    private func reconsiderNames(of operation: Int64) throws {
        curated.refresh()
        try entities.reconsider(
            String.fetchSet(
                database, sql: "SELECT name FROM entity_mark WHERE operation = ?", arguments: [operation]))
    }

    /// Has a decision hold no longer.
    func settleEntities(undone operation: Int64, kind: String, target: String) throws {
        try reconsiderNames(of: operation)
        guard let row = try ArticleReader(database: database).entityRow(leadingFrom: target) else { return }
        entities.changed.insert(row)
        guard kind == StoredCuration.Kind.create.rawValue,
            let name = try entities.state(local: target), name.articles <= 0
        else { return }
        entities.gone.insert(name.row)
    }
}
