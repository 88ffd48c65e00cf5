import Articles
import TextAnalysis
import Timeline

/// Events made by hand of one English sentence each.
enum Made {
    static func days(_ edtf: String) -> WorldDate? {
        let parts = edtf.split(separator: "-").compactMap { Int($0) }
        guard let year = parts.first else { return nil }
        let month = parts.count > 1 ? parts[1] : nil
        let last = month.map { CivilDate.daysInMonth($0, year: year) } ?? 31
        return WorldDate(
            edtf: edtf, lower: CivilDate(year: year, month: month ?? 1, day: parts.count > 2 ? parts[2] : 1),
            upper: CivilDate(year: year, month: month ?? 12, day: parts.count > 2 ? parts[2] : last),
            precision: parts.count > 2 ? .day : month != nil ? .month : .year)
    }

    /// `names`: ids; those that start with `c` are countries, with `p` persons.
    static func event(
        _ text: String, _ date: String, kind: String? = "opening", _ names: [String] = [],
        status: Event.Status = .occurred, repeatable: Bool = false, source: String? = nil,
        quantities: [Event.Quantity] = []
    ) -> ArticleEvent {
        let bytes = Array(text.utf8)
        var metadata = ArticleMetadata()
        metadata.source = source
        let article = Article(
            text: bytes, metadata: metadata, language: .english, direction: .leftToRight,
            blocks: [
                Block(kind: .paragraph, range: 0..<bytes.count, language: .english, direction: .leftToRight)
            ])
        let entities = names.map { id in
            Entity(
                id: id, kind: id.hasPrefix("c") ? .place : id.hasPrefix("p") ? .person : .organisation,
                subtype: id.hasPrefix("c") ? "country" : nil, label: id, labelLanguage: .english)
        }
        let event = Event(
            titleRange: 0..<bytes.count, kind: kind, isRepeatable: repeatable, date: days(date),
            participants: names.map { Event.Participant(entityID: $0, role: "party") }, status: status,
            confidence: 0.8,
            claims: [
                Claim(range: 0..<bytes.count, dateRange: nil, date: days(date), block: 0, relation: .states)
            ],
            quantities: quantities)
        let hash = ContentHash.of(bytes) + (source ?? "")
        return ArticleEvent.read(
            article, Annotations(entities: entities, events: [event]), contentHash: hash)[0]
    }
}
