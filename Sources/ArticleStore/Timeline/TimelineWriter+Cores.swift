import GRDB
import Timeline

/// Which events with the same date are one.
extension TimelineWriter {
    func insertKeys(of row: Int64, _ event: ArticleEvent) throws {
        let days = event.days
        let same = try database.direct(
            "INSERT INTO same_key (lower, upper, block, rank, article_event) VALUES (?, ?, ?, ?, ?)")
        for block in BlockingKeys.same(event) {
            try same.run(days.lower, days.upper, block, event.keyRank, row)
        }
        let once = try database.direct(
            "INSERT INTO once_key (block, lower, upper, plan, article_event) VALUES (?, ?, ?, ?, ?)")
        for block in BlockingKeys.once(event) {
            try once.run(block, days.lower, days.upper, event.isPlan, row)
        }
    }

    func deleteKeys(of row: Int64, _ event: ArticleEvent) throws {
        let days = event.days
        for block in BlockingKeys.same(event) {
            try database.direct(
                """
                DELETE FROM same_key
                WHERE lower = ? AND upper = ? AND block = ? AND rank = ? AND article_event = ?
                """
            ).run(days.lower, days.upper, block, event.keyRank, row)
        }
        for block in BlockingKeys.once(event) {
            try database.direct(
                """
                DELETE FROM once_key
                WHERE block = ? AND lower = ? AND upper = ? AND plan = ? AND article_event = ?
                """
            ).run(block, days.lower, days.upper, event.isPlan, row)
        }
    }

    /// Joins a new row, whose keys are in, to those that are the same event.
    func join(_ row: Int64, _ event: ArticleEvent) throws {
        var candidates: Set<Int64> = []
        for block in BlockingKeys.same(event) {
            let anchors = try members(of: block, event.days, limit: Self.anchorCount + 1)
            if anchors.count <= Self.anchorCount {
                candidates.formUnion(anchors)
            } else if anchors.dropLast().contains(row) {
                // It takes the place of an anchor, whose pairs in this block no longer count.
                candidates.formUnion(try members(of: block, event.days, limit: -1))
                doubtful.insert(anchors[Self.anchorCount])
            } else {
                candidates.formUnion(anchors.dropLast())
            }
        }
        candidates.remove(row)
        try unite(row, event, with: candidates)
    }

    func unite(_ row: Int64, _ event: ArticleEvent, with candidates: Set<Int64>) throws {
        for candidate in candidates where try isSame(row, event, candidate) {
            try unite(row, candidate)
        }
    }

    private func isSame(_ row: Int64, _ event: ArticleEvent, _ other: Int64) throws -> Bool {
        // What is one event in one article was decided by those who read the article.
        guard try article(of: row) != article(of: other) else { return false }
        return PairRules.isSame(event, try self.event(other))
    }

    private func unite(_ one: Int64, _ other: Int64) throws {
        let left = try state(one).core
        let right = try state(other).core
        guard left != right, let leftRows = cores[left], let rightRows = cores[right] else { return }
        let core = min(left, right)
        let all = leftRows.union(rightRows)
        // A single new row changes nothing for those it comes to.
        if ![leftRows, rightRows].contains(where: {
            $0.count == 1 && $0.allSatisfy { states[$0]?.isNew ?? false }
        }) {
            moved.formUnion(all)
        }
        cores[left] = nil
        cores[right] = nil
        setCore(core, of: all)
    }

    func setCore(_ core: Int64, of rows: Set<Int64>) {
        cores[core] = rows
        for row in rows { states[row]?.core = core }
    }

    /// The rows of a block in the order of their ranks.
    func members(of block: Int64, _ days: DayInterval, limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            database.direct(
                """
                SELECT article_event FROM same_key WHERE lower = ? AND upper = ? AND block = ?
                ORDER BY rank, article_event LIMIT ?
                """), days.lower, days.upper, block, limit)
    }

    // MARK: Falling apart

    /// Looks whether what held the doubtful cores together is still there.
    func settleDoubtful() throws {
        let suspects = Set(try doubtful.subtracting(removed).map { try state($0).core })
        for core in suspects.sorted() {
            guard let rows = cores[core], rows.count > 1 else { continue }
            let parts = try components(of: rows)
            guard parts.count > 1 else { continue }
            cores[core] = nil
            moved.formUnion(rows)
            for part in parts { if let least = part.min() { setCore(least, of: part) } }
        }
    }

    private func components(of rows: Set<Int64>) throws -> [Set<Int64>] {
        var parts: [Int64: Set<Int64>] = Dictionary(uniqueKeysWithValues: rows.map { ($0, [$0]) })
        var partOf = Dictionary(uniqueKeysWithValues: rows.map { ($0, $0) })
        for row in rows.sorted() {
            let event = try event(row)
            for block in BlockingKeys.same(event) {
                for anchor in try members(of: block, event.days, limit: Self.anchorCount)
                where anchor != row {
                    guard let one = partOf[row], let other = partOf[anchor], one != other,
                        try isSame(row, event, anchor)
                    else { continue }
                    let moving = parts.removeValue(forKey: other) ?? []
                    parts[one, default: []].formUnion(moving)
                    for member in moving { partOf[member] = one }
                }
            }
        }
        return parts.values.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
    }
}

extension ArticleEvent {
    /// The part of the rank that orders blocking keys.
    var keyRank: Int64 { Int64(rank >> 33) }
}
