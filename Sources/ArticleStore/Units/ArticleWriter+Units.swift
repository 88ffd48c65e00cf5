extension ArticleWriter {
    /// Writes what articles name together once their entities are known: of those that came, and of those whose entities are
    /// others now.
    func writeUnits(affected: Set<Int64>) throws {
        for waiting in units.takeWaiting() {
            try writeUnits(waiting.units, waiting.locals, article: waiting.article)
        }
        let reader = ArticleReader(database: database)
        for article in affected.sorted() {
            try units.remove(article: article)
            guard let (named, locals) = try reader.namedUnits(ofArticle: article) else { continue }
            try writeUnits(named, locals, article: article)
        }
        try units.finish()
    }

    private func writeUnits(_ named: NamedUnits, _ locals: [String], article: Int64) throws {
        let rows = try locals.map { try entities.entity(local: $0, article: article) ?? 0 }
        try units.add(UnitRecord(named, rows: rows), article: article)
    }
}
