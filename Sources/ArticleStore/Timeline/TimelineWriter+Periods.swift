import GRDB
import Timeline

/// Which finer event a claim with a coarse date belongs to.
extension TimelineWriter {
    /// The cores with coarse dates that what was added, removed or moved may matter to.
    func unsettledCores() throws -> Set<Int64> {
        for row in moved.subtracting(removed).sorted() {
            let event = try event(row)
            if event.days.isPeriod { unsettled.insert(row) }
            try unsettleNeighbours(of: row, event)
        }
        // What hangs on a core that fell apart or grew together must look anew.
        for row in moved.union(removed).sorted() {
            guard let event = states[row]?.event else { continue }
            for member in curationClosure(of: Set(events[event] ?? []))
            where try !removed.contains(member) && self.event(member).days.isPeriod {
                unsettled.insert(member)
            }
        }
        // What belongs to one of them may come to belong to where it goes.
        var open = unsettled.subtracting(removed)
        while let row = open.popFirst() {
            let known = unsettled
            try unsettleNeighbours(of: row, try event(row))
            open.formUnion(unsettled.subtracting(known))
        }
        return Set(try unsettled.subtracting(removed).map { try state($0).core })
    }

    /// Has the claims with coarse dates look anew that may have been, or may become, part of this event, whose keys were just
    /// inserted or deleted.
    func unsettleNeighbours(of row: Int64, _ event: ArticleEvent) throws {
        let periods = event.days.enclosingPeriods
        guard let first = periods.first else { return }
        let lowers = periods.map(\.lower) + [Int32](repeating: first.lower, count: 5 - min(periods.count, 5))
        for block in BlockingKeys.once(event) {
            let found = try database.direct(
                """
                SELECT DISTINCT lower, upper FROM once_key
                WHERE block = ? AND lower IN (?, ?, ?, ?, ?) AND upper > ?
                """
            ).all(block, lowers[0], lowers[1], lowers[2], lowers[3], lowers[4], event.days.upper) {
                DayInterval(lower: $0[0], upper: $0[1])
            }
            for period in found where periods.contains(period) {
                let members = try onceMembers(of: block, in: period, limit: Self.onceLimit + 2)
                // With more by two there are too many, with this one or without.
                guard members.count <= Self.onceLimit + 1 else { continue }
                for member in members where member.days == period { unsettled.insert(member.row) }
            }
        }
    }

    struct OnceMember {
        var row: Int64
        var days: DayInterval
    }

    private func onceMembers(of block: Int64, in period: DayInterval, limit: Int) throws -> [OnceMember] {
        try database.direct(
            """
            SELECT article_event, lower, upper FROM once_key
            WHERE block = ? AND lower BETWEEN ? AND ? LIMIT ?
            """
        ).all(block, period.lower, period.upper, limit) {
            OnceMember(row: $0[0], days: DayInterval(lower: $0[1], upper: $0[2]))
        }
    }

    /// The core that each coarse core belongs to, by core; those that stay apart have none. Finer cores come first, so that the
    /// event that they belong to is known.
    func parents(of cores: Set<Int64>) throws -> [Int64: Int64] {
        var parents: [Int64: Int64] = [:]
        let sorted = try cores.map { (core: $0, width: try event($0).days.width) }
            .sorted { ($0.width, $0.core) < ($1.width, $1.core) }
        for (core, _) in sorted {
            parents[core] = try parent(of: core, parents, unsettled: cores)
        }
        return parents
    }

    private func parent(
        of core: Int64, _ parents: [Int64: Int64], unsettled: Set<Int64>
    ) throws -> Int64? {
        var best: [Int64: (score: Int, core: Int64)] = [:]
        for (candidate, score) in try refinements(of: core) {
            let root = try root(of: candidate, parents, unsettled: unsettled)
            if best[root].map({ score > $0.score }) ?? true { best[root] = (score, candidate) }
        }
        let ranked = best.sorted { ($0.value.score, $1.key) > ($1.value.score, $0.key) }
        guard let first = ranked.first else { return nil }
        if ranked.count > 1, first.value.score - ranked[1].value.score < PairRules.refinementMargin {
            return nil
        }
        return first.key
    }

    /// The core with the narrowest date that `core` belongs to in the end.
    func root(of core: Int64, _ parents: [Int64: Int64], unsettled: Set<Int64>) throws -> Int64 {
        if let parent = parents[core] { return parent }
        if unsettled.contains(core) { return core }
        guard let row = cores[core]?.min(), let state = states[row], state.event != 0 else { return core }
        if curatedEvents.contains(state.event) {
            // The event does not tell; finer cores, of which there are few kinds, are settled or are read in turn.
            if let known = ruledRoots[core] { return known }
            let isPeriod = try event(row).days.isPeriod
            let root = isPeriod ? try parent(of: core, parents, unsettled: unsettled) ?? core : core
            ruledRoots[core] = root
            return root
        }
        // In an event, all belong to the core with the narrowest date; it is settled when they are.
        var narrowest = core
        var width = try event(row).days.width
        for member in events[state.event] ?? [] where !removed.contains(member) {
            let other = try event(member).days.width
            if other < width, let core = states[member]?.core {
                narrowest = core
                width = other
            }
        }
        return narrowest == core ? core : try root(of: narrowest, parents, unsettled: unsettled)
    }

    /// The finer cores that a coarse core fits, with how well.
    private func refinements(of core: Int64) throws -> [(core: Int64, score: Int)] {
        var scores: [Int64: Int] = [:]
        for row in (cores[core] ?? []).sorted() {
            let coarse = try event(row)
            for block in BlockingKeys.once(coarse) {
                let members = try onceMembers(of: block, in: coarse.days, limit: Self.onceLimit + 1)
                guard members.count <= Self.onceLimit else { continue }
                for member in members where coarse.days.encloses(member.days) {
                    guard try article(of: member.row) != article(of: row),
                        let score = PairRules.refinement(of: coarse, by: try event(member.row))
                    else { continue }
                    let fine = try state(member.row).core
                    scores[fine] = max(scores[fine] ?? 0, score)
                }
            }
        }
        return scores.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
