package import Articles

/// Makes events of what an article's dated sentences state, and puts statements of the same event together.
package struct EventBuilder: Sendable {
    private static let maximumParticipants = 64

    package init() {}

    /// Events in date order, undated ones last, every claim's range and title a part of the text; and which expressions
    /// date something that happened or is due, by their places in `expressions`.
    package func events(
        in article: Article, expressions: [TemporalExpression], entities: [Entity], mentions: [Mention],
        documentDate: CivilDate?
    ) -> (events: [Event], dating: [Bool]) {
        let reader = StatementReader(
            article: article,
            entities: Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            mentions: mentions)
        let found = statements(in: article, expressions, reader)
        var statements = found.compactMap(\.self).filter(\.isPlaced)
        settleFuture(&statements, documentDate: documentDate)
        var grouping = StatementGroups()
        for statement in statements { grouping.add(statement) }
        var groups = grouping.groups
        groups = groups.map(ordered)
        groups.sort { Self.key($0) < Self.key($1) }
        if let title = undatedTitle(of: article, expressions, reader, among: groups) {
            groups.append([title])
        }
        let expected = StatementGroups.expected(groups)
        let quantities = QuantityReader()
        let events = groups.map { group in
            var event = event(of: group, among: groups, expected)
            event.quantities = quantities.quantities(in: article, claims: event.claims)
            return event
        }
        return (events, found.map { $0 != nil })
    }

    /// What each expression dates, if anything.
    private func statements(
        in article: Article, _ expressions: [TemporalExpression], _ reader: StatementReader
    ) -> [Statement?] {
        var found: [Statement?] = []
        var index = 0
        while index < expressions.count {
            let block = expressions[index].block
            let end = expressions[index...].firstIndex { $0.block != block } ?? expressions.count
            let group = expressions[index..<end]
            index = end
            guard article.blocks.indices.contains(block), article.blocks[block].kind != .attribution else {
                found += group.map { _ in nil }
                continue
            }
            let clauses = ClauseReader(article, article.blocks[block], dates: group.map(\.range))
            found += group.map { reader.statement(of: $0, with: clauses) }
        }
        return found
    }

    /// What the title states, when it has no date and nothing dated states the same.
    private func undatedTitle(
        of article: Article, _ expressions: [TemporalExpression], _ reader: StatementReader,
        among groups: [[Statement]]
    ) -> Statement? {
        guard let block = article.blocks.firstIndex(where: { $0.kind == .title }),
            !expressions.contains(where: { $0.block == block }),
            let title = reader.undatedStatement(ofTitle: block)
        else { return nil }
        let isDated = groups.joined().contains {
            $0.kind == title.kind && $0.sharesContent(with: title) && $0.sharesNames(with: title)
        }
        return isDated ? nil : title
    }

    /// What is told in the future tense is planned, unless its time has passed: by the document's date, or without one by
    /// the latest time of which the article tells in the past.
    private func settleFuture(_ statements: inout [Statement], documentDate: CivilDate?) {
        let past = statements.filter { !$0.isFuture }.compactMap { $0.date?.lower }.max()
        for index in statements.indices
        where statements[index].isFuture && statements[index].status == .occurred {
            guard let now = documentDate ?? past, let end = statements[index].date?.upper, end < now
            else {
                statements[index].status = .planned
                continue
            }
        }
    }

    // MARK: Events

    /// The narrowest date first.
    private func ordered(_ group: [Statement]) -> [Statement] {
        let widths = group.map { $0.date.map(width) ?? .max }
        guard let narrowest = widths.indices.min(by: { widths[$0] < widths[$1] }) else { return group }
        var group = group
        group.insert(group.remove(at: narrowest), at: 0)
        return group
    }

    private func width(_ date: WorldDate) -> Int {
        guard let lower = date.lower, let upper = date.upper else { return .max }
        return upper.dayNumber - lower.dayNumber
    }

    private static func key(_ group: [Statement]) -> (Int, Int, Int) {
        guard let first = group.first else { return (0, 0, 0) }
        return (
            first.date?.lower?.dayNumber ?? .min, first.date?.upper?.dayNumber ?? .max,
            first.claim.range.lowerBound
        )
    }

    private func event(
        of group: [Statement], among groups: [[Statement]], _ expected: [String: [Int]]
    ) -> Event {
        let first = group[0]
        let claims = group.map { statement in
            var claim = statement.claim
            claim.relation =
                claim == first.claim ? .states : statement.date?.edtf == first.date?.edtf ? .agrees : .refines
            return claim
        }
        var seen: Set<String> = []
        let participants = group.flatMap(\.participants).filter { seen.insert($0).inserted }
        return Event(
            titleRange: (group.first(where: \.isListItem) ?? first).title, kind: first.kind,
            isRepeatable: first.kind.map(CueLexicon.kinds.repeatable.contains) ?? false, date: first.date,
            participants: participants.prefix(Self.maximumParticipants).map {
                Event.Participant(entityID: $0, role: "party")
            },
            placeID: group.lazy.compactMap(\.place).first,
            status: group.first { $0.status == .occurred }?.status ?? first.status,
            confidence: confidence(of: group),
            claims: claims, follows: predecessors(of: group, among: groups, expected))
    }

    /// Announcements and plans of the same thing at an earlier time.
    private func predecessors(
        of group: [Statement], among groups: [[Statement]], _ expected: [String: [Int]]
    ) -> [Int] {
        guard group[0].status == .occurred, let kind = group[0].kind, let start = group[0].date?.lower else {
            return []
        }
        return expected[kind, default: []].filter { index in
            let other = groups[index][0]
            guard let end = other.date?.upper, end < start else { return false }
            return group.prefix(StatementGroups.maximumComparisons).contains { statement in
                statement.sharesContent(with: other) && statement.sharesNames(with: other)
                    && !(statement.content.isDisjoint(with: other.content)
                        && statement.named.isDisjoint(with: other.named))
            }
        }
    }

    /// More where the kind, the people and the day are known, and where it is said more than once.
    private func confidence(of group: [Statement]) -> Double {
        let first = group[0]
        var percent = 55
        if first.kind != nil { percent += 15 }
        if !first.named.isEmpty { percent += 10 }
        if first.date?.precision == .day { percent += 5 }
        if first.isListItem || group.count > 1 { percent += 10 }
        return Double(percent) / 100
    }
}
