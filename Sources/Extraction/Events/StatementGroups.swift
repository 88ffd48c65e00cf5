import Articles

/// Puts statements of the same event of one article together.
struct StatementGroups {
    /// A statement is compared with so many of its kind at most, the last ones, so that the work grows with the text only.
    static let maximumComparisons = 48

    private(set) var groups: [[Statement]] = []
    private var byKind: [String: [Int]] = [:]

    mutating func add(_ statement: Statement) {
        guard let kind = statement.kind else {
            groups.append([statement])
            return
        }
        let candidates = byKind[kind, default: []].suffix(Self.maximumComparisons)
        let same = candidates.first { index in
            groups[index].suffix(Self.maximumComparisons).contains { $0.isSame(as: statement) }
        }
        if let same {
            groups[same].append(statement)
        } else {
            byKind[kind, default: []].append(groups.count)
            groups.append([statement])
        }
    }

    /// By kind, the groups that announce or plan something.
    static func expected(_ groups: [[Statement]]) -> [String: [Int]] {
        var expected: [String: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            guard let first = group.first, let kind = first.kind,
                first.status == .announced || first.status == .planned,
                expected[kind, default: []].count < maximumComparisons
            else { continue }
            expected[kind, default: []].append(index)
        }
        return expected
    }
}

extension Statement {
    /// Whether two statements tell of the same event: the same kind at compatible times, of the same things and people.
    func isSame(as other: Statement) -> Bool {
        guard let kind, kind == other.kind, let date, let otherDate = other.date, overlaps(date, otherDate),
            sharesContent(with: other)
        else { return false }
        // Of what may happen again, only the same day is the same event.
        if CueLexicon.kinds.repeatable.contains(kind), date.edtf != otherDate.edtf { return false }
        return sharesNames(with: other)
    }

    private func overlaps(_ one: WorldDate, _ other: WorldDate) -> Bool {
        guard let oneLower = one.lower, let oneUpper = one.upper, let otherLower = other.lower,
            let otherUpper = other.upper
        else { return false }
        return oneLower <= otherUpper && otherLower <= oneUpper
    }

    func sharesContent(with other: Statement) -> Bool {
        content.isEmpty || other.content.isEmpty || !content.isDisjoint(with: other.content)
    }

    /// Whether a name is in both, or no two names could stand for the same: where one says who took part and the other says
    /// where, they do not disagree.
    func sharesNames(with other: Statement) -> Bool {
        if !named.isDisjoint(with: other.named) { return true }
        let takePart = !participants.isEmpty && !other.participants.isEmpty
        let takePlace = place != nil && other.place != nil
        return !takePart && !takePlace
    }
}
