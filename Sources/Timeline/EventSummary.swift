package import Articles
package import TextAnalysis

/// What the timeline says of an event that one or more articles state; nothing in it is made up.
package struct EventSummary: Sendable, Hashable {
    package var kind: String?
    package var isRepeatable: Bool
    /// The narrowest of the dates, which overlap all; `nil` when no article gives one.
    package var date: WorldDate?
    package var status: Event.Status
    package var title: String
    package var titleLanguage: Language
    package var titleDirection: TextDirection
    /// The id of the place in the narrowest of what articles say when and where.
    package var placeID: String?
    package var articles: Int
    package var claims: Int
    /// Independent ones.
    package var sources: Int
    /// 0…1: that not all independent sources are wrong, as far as each is trusted.
    package var confidence: Double
    /// 0…1, see `Salience`.
    package var salience: Double

    /// Of the events of one or more articles, at least one. `articles` has the article of each.
    package init?(_ events: [ArticleEvent], articles: [Int64]) {
        // In an order that depends on their content alone.
        let events = events.sorted { $0.rank < $1.rank }
        guard let main = events.min(by: Self.isNarrower) else { return nil }
        date = main.date
        let kind = Self.mostFrequent(events.compactMap(\.kind))
        self.kind = kind
        isRepeatable = events.first { $0.kind == kind }?.isRepeatable ?? main.isRepeatable
        status =
            events.contains { $0.status == .occurred }
            ? .occurred
            : Self.mostFrequent(events.map(\.status.rawValue)).flatMap(Event.Status.init) ?? main.status
        let titled = RepresentativeTitle.choice(of: events) ?? main
        title = titled.title
        titleLanguage = titled.titleLanguage
        titleDirection = titled.titleDirection
        let placed = events.filter { $0.place != nil }.min(by: Self.isNarrower)
        placeID = placed?.names.first { $0.key == placed?.place }?.id
        self.articles = Set(articles).count
        claims = events.reduce(0) { $0 + $1.claimCount }
        let voices = events.count == 1 ? [0] : Voices.clusters(of: events)
        sources = (voices.max() ?? 0) + 1
        confidence = Self.confidence(of: events, voices: voices)
        salience = Salience.value(
            sources: sources, articles: self.articles, confidence: confidence,
            precision: main.date?.precision, kind: kind)
    }

    /// Whether `one` says when more exactly; the order is total for events of different content.
    package static func isNarrower(_ one: ArticleEvent, than other: ArticleEvent) -> Bool {
        func key(_ event: ArticleEvent) -> (Int, Int, Int, UInt64) {
            (
                event.days.isUndated ? .max : event.days.width, event.date?.qualifier == nil ? 0 : 1,
                -Int(event.confidence * 100), event.rank
            )
        }
        return key(one) < key(other)
    }

    private static func mostFrequent(_ values: [String]) -> String? {
        guard values.count > 1 else { return values.first }
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private static func confidence(of events: [ArticleEvent], voices: [Int]) -> Double {
        var best: [Int: Double] = [:]
        for (event, voice) in zip(events, voices) { best[voice] = max(best[voice] ?? 0, event.confidence) }
        if best.count == 1 { return best[0] ?? 0 }
        let doubt = best.sorted { $0.key < $1.key }.reduce(1) { $0 * (1 - min(max($1.value, 0), 1)) }
        return min(((1 - doubt) * 100).rounded() / 100, 0.99)
    }
}
