import GRDB
import Timeline

/// Taking the events of an article out.
extension TimelineWriter {
    func remove(article: Int64) throws {
        let rows = try Int64.fetchAll(
            database, sql: "SELECT row FROM article_event WHERE article = ? ORDER BY row",
            arguments: [article])
        for row in rows {
            let event = try event(row)
            let core = try state(row).core
            removed.insert(row)
            try deleteKeys(of: row, event)
            try unlink(row, event)
            try unsettleNeighbours(of: row, event)
            try promoteAnchors(after: row, event)
            let rest = (cores[core] ?? []).subtracting([row])
            cores[core] = nil
            if let least = rest.min() {
                setCore(least, of: rest)
                if rest.count > 1 { doubtful.insert(least) }
            }
            try releaseIDs(of: row)
            try database.execute(sql: "DELETE FROM article_event WHERE row = ?", arguments: [row])
        }
    }

    /// Where an anchor went, another takes its place, and its pairs count from now on.
    private func promoteAnchors(after row: Int64, _ event: ArticleEvent) throws {
        for block in BlockingKeys.same(event) {
            let anchors = try members(of: block, event.days, limit: Self.anchorCount + 1)
            guard anchors.count > Self.anchorCount else { continue }
            let promoted = anchors[Self.anchorCount - 1]
            let last = try self.event(promoted)
            guard (event.keyRank, row) < (last.keyRank, promoted) else { continue }
            let others = Set(try members(of: block, event.days, limit: -1)).subtracting([promoted])
            try unite(promoted, last, with: others)
        }
    }
}
