import Articles
import EntityLinking
import GRDB

/// Names that mean several entities.
extension EntityWriter {
    /// Parts from here on are what people decided.
    static let firstDecidedPart = 1000

    // MARK: What stands beside names

    /// What an article names beside a name.
    func neighbourhood(of name: Int64, article: Int64, rank: Int64) throws -> Neighbourhood {
        let names = try names(ofArticle: article)
        var neighbours: [Neighbour] = []
        neighbours.reserveCapacity(names.count)
        for other in names where other != name { neighbours.append(try state(other).asNeighbour) }
        return Neighbourhood(article: article, rank: rank, neighbours: neighbours)
    }

    private func names(ofArticle article: Int64) throws -> [Int64] {
        if let known = cache.namesOfArticles[article] { return known }
        let names = try Int64.fetchAll(
            database.direct("SELECT name FROM article_name WHERE article = ?"), article)
        cache.namesOfArticles[article] = names
        return names
    }

    /// The articles that stand for a name, or for a part of it.
    func sample(of name: Int64, part: Int? = nil) throws -> [Neighbourhood] {
        let read = { (row: SQLRow) in (article: row[0] as Int64, rank: row[1] as Int64) }
        let limit = Neighbourhood.sampleCount
        let articles =
            if let part {
                try database.direct(
                    """
                    SELECT article, rank FROM article_name WHERE name = ? AND part = ? ORDER BY rank, article LIMIT ?
                    """
                ).all(name, part, limit, read: read)
            } else {
                try database.direct(
                    "SELECT article, rank FROM article_name WHERE name = ? ORDER BY rank, article LIMIT ?"
                ).all(name, limit, read: read)
            }
        return try articles.map { try neighbourhood(of: name, article: $0.article, rank: $0.rank) }
    }

    /// Whether what came to a name or went from it is among what stands for it.
    private func isSampleChanged(_ name: Int64) throws -> Bool {
        guard let changed = ranks[name]?.min() else { return false }
        let state = try state(name)
        if min(state.articles, before[name] ?? 0) <= Neighbourhood.sampleCount { return true }
        let last = try Int64.fetchOne(
            database.direct(
                "SELECT rank FROM article_name WHERE name = ? ORDER BY rank, article LIMIT 1 OFFSET ?"), name,
            Neighbourhood.sampleCount - 1)
        return last.map { changed <= $0 } ?? true
    }

    // MARK: Parts

    func settleParts() throws {
        let hasDecisions = try !decisions.isEmpty
        for name in before.keys.sorted() where !gone.contains(name) {
            let state = try state(name)
            let mayFallApart =
                state.kind == Entity.Kind.person.rawValue && state.wikidata == nil
                && max(state.articles, before[name] ?? 0) >= Homonyms.leastArticles
            let isMarked = try hasDecisions && decisions.marks(state.local)
            guard state.isPaired || mayFallApart || state.isSplit || isMarked else { continue }
            let isChanged = try isSampleChanged(name)
            if isChanged, state.isPaired { doubtful.insert(name) }
            if isChanged && mayFallApart || state.isSplit || isMarked { unsettled.insert(name) }
        }
        for name in unsettled.sorted() where !gone.contains(name) { try settleParts(of: name) }
    }

    /// How a name falls apart by what stands beside it.
    func homonyms(of state: NameState) throws -> Homonyms {
        let isPerson = state.kind == Entity.Kind.person.rawValue && state.wikidata == nil
        let mayFallApart = isPerson && state.articles >= Homonyms.leastArticles
        return Homonyms(mayFallApart ? try sample(of: state.row) : [])
    }

    private func settleParts(of name: Int64) throws {
        let state = try state(name)
        let homonyms = try homonyms(of: state)
        let decided = try decidedParts(of: state)
        if homonyms.isLoose != state.isLoose {
            cache.change(name) { $0.isLoose = homonyms.isLoose }
            try database.direct("UPDATE name SET loose = ? WHERE row = ?").run(homonyms.isLoose, name)
        }
        guard homonyms.count > 1 || !decided.isEmpty || state.isSplit else { return }
        let rows = try database.direct("SELECT article, rank, part FROM article_name WHERE name = ?").all(
            name
        ) {
            ($0[0] as Int64, $0[1] as Int64, $0[2] as Int)
        }
        var isSplit = false
        for (article, rank, known) in rows {
            var part = decided[article] ?? 0
            if part == 0, homonyms.count > 1 {
                part = homonyms.part(of: try neighbourhood(of: name, article: article, rank: rank))
            }
            if part != 0 { isSplit = true }
            guard part != known else { continue }
            try database.direct("UPDATE article_name SET part = ? WHERE article = ? AND name = ?").run(
                part, article, name)
            if added[article] == nil { affected.insert(article) }
            regrouped.insert(name)
            if state.isPaired { doubtful.insert(name) }
        }
        if isSplit != state.isSplit { try setSplit(name, isSplit) }
    }

    private func setSplit(_ name: Int64, _ isSplit: Bool) throws {
        regrouped.insert(name)
        if try state(name).isPaired { doubtful.insert(name) }
        cache.change(name) {
            $0.isSplit = isSplit
            $0.entity = 0
        }
        try database.direct("UPDATE name SET split = ? WHERE row = ?").run(isSplit, name)
    }

    /// The parts of the articles that people's decisions mark of a name; the latest counts.
    private func decidedParts(of state: NameState) throws -> [Int64: Int] {
        guard try !decisions.isEmpty else { return [:] }
        var parts: [Int64: Int] = [:]
        let all = try decisions.decisions(onNames: [state.local]).sorted { $0.order < $1.order }
        for decision in all {
            for (mark, part) in Self.parts(of: decision) where mark.name == state.local {
                for hash in (mark.articles ?? []).sorted() {
                    let articles = try Int64.fetchAll(
                        database.direct(
                            """
                            SELECT article.row FROM article
                            JOIN article_name ON article_name.article = article.row AND article_name.name = ?
                            WHERE article.content_hash = ?
                            """), state.row, hash)
                    for article in articles { parts[article] = part }
                }
            }
        }
        return parts
    }

    /// The marks of a decision that mean some articles only, with the part that it makes of them.
    static func parts(of decision: EntityDecision) -> [(mark: EntityDecision.Mark, part: Int)] {
        let first = firstDecidedPart + 2 * Int(clamping: min(max(decision.order, 0), 1 << 40))
        return decision.together.filter { $0.articles != nil }.map { ($0, first) }
            + decision.apart.filter { $0.articles != nil }.map { ($0, first + 1) }
    }
}
