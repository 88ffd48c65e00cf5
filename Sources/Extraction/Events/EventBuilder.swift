package import Articles

/// Makes events of what an article's dated sentences state, and puts statements of the same event together.
package struct EventBuilder: Sendable {
    package init() {}

    /// In date order; every claim's range and title is a part of the text.
    package func events(
        in article: Article, expressions: [TemporalExpression], entities: [Entity], mentions: [Mention],
        documentDate: CivilDate?
    ) -> [Event] {
        let reader = StatementReader(
            article: article,
            entities: Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            mentions: mentions)
        var statements = expressions.compactMap(reader.statement)
        settleFuture(&statements, documentDate: documentDate)
        var groups: [[Statement]] = []
        for statement in statements {
            if let index = groups.firstIndex(where: { group in group.contains { isSame($0, statement) } }) {
                groups[index].append(statement)
            } else {
                groups.append([statement])
            }
        }
        groups = groups.map(ordered)
        groups.sort { Self.key($0) < Self.key($1) }
        return groups.map { group in
            var event = event(of: group, among: groups)
            event.quantities = QuantityReader().quantities(in: article, claims: event.claims)
            return event
        }
    }

    /// What is told in the future tense is planned, unless its time has passed: by the document's date, or without one by
    /// the latest time of which the article tells in the past.
    private func settleFuture(_ statements: inout [Statement], documentDate: CivilDate?) {
        let past = statements.filter { !$0.isFuture }.compactMap(\.date.lower).max()
        for index in statements.indices
        where statements[index].isFuture && statements[index].status == .occurred {
            guard let now = documentDate ?? past, let end = statements[index].date.upper, end < now
            else {
                statements[index].status = .planned
                continue
            }
        }
    }

    // MARK: Same event

    /// Whether two statements tell of the same event: the same kind at compatible times, of the same things and people.
    private func isSame(_ one: Statement, _ other: Statement) -> Bool {
        guard let kind = one.kind, kind == other.kind, overlaps(one.date, other.date),
            sharesContent(one, other)
        else { return false }
        // Of what may happen again, only the same day is the same event.
        if CueLexicon.kinds.repeatable.contains(kind), one.date.edtf != other.date.edtf {
            return false
        }
        return sharesNames(one, other)
    }

    private func overlaps(_ one: WorldDate, _ other: WorldDate) -> Bool {
        guard let oneLower = one.lower, let oneUpper = one.upper, let otherLower = other.lower,
            let otherUpper = other.upper
        else { return false }
        return oneLower <= otherUpper && otherLower <= oneUpper
    }

    private func sharesContent(_ one: Statement, _ other: Statement) -> Bool {
        one.content.isEmpty || other.content.isEmpty || !one.content.isDisjoint(with: other.content)
    }

    private func sharesNames(_ one: Statement, _ other: Statement) -> Bool {
        one.named.isEmpty || other.named.isEmpty || !one.named.isDisjoint(with: other.named)
    }

    // MARK: Events

    /// The narrowest date first.
    private func ordered(_ group: [Statement]) -> [Statement] {
        let widths = group.map { width($0.date) }
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
            first.date.lower?.dayNumber ?? .min, first.date.upper?.dayNumber ?? .max,
            first.claim.range.lowerBound
        )
    }

    private func event(of group: [Statement], among groups: [[Statement]]) -> Event {
        let first = group[0]
        let claims = group.map { statement in
            var claim = statement.claim
            claim.relation =
                claim == first.claim ? .states : statement.date.edtf == first.date.edtf ? .agrees : .refines
            return claim
        }
        var participants: [String] = []
        for id in group.flatMap(\.participants) where !participants.contains(id) { participants.append(id) }
        return Event(
            titleRange: (group.first(where: \.isListItem) ?? first).title, kind: first.kind,
            isRepeatable: first.kind.map(CueLexicon.kinds.repeatable.contains) ?? false, date: first.date,
            participants: participants.map { Event.Participant(entityID: $0, role: "party") },
            placeID: group.lazy.compactMap(\.place).first,
            status: group.first { $0.status == .occurred }?.status ?? first.status,
            confidence: confidence(of: group),
            claims: claims, follows: predecessors(of: group, among: groups))
    }

    /// Announcements and plans of the same thing at an earlier time.
    private func predecessors(of group: [Statement], among groups: [[Statement]]) -> [Int] {
        guard group[0].status == .occurred, let kind = group[0].kind else { return [] }
        return groups.indices.filter { index in
            let other = groups[index][0]
            guard other.status == .announced || other.status == .planned, other.kind == kind,
                let end = other.date.upper, let start = group[0].date.lower, end < start
            else { return false }
            return group.contains { statement in
                sharesContent(statement, other) && sharesNames(statement, other)
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
        if first.date.precision == .day { percent += 5 }
        if first.isListItem || group.count > 1 { percent += 10 }
        return Double(percent) / 100
    }
}
