import ArticleStore
import Articles

extension TimelineEntry {
    /// The entries of stored events, in the same order, with what the store knows beyond them.
    static func entries(of events: [StoredEvent], store: ArticleStore) throws -> [TimelineEntry] {
        let passages = events.map { stored in
            ArticleStore.Passage(
                articleID: stored.articleID, range: stored.event.claims.first?.range ?? 0..<0)
        }
        let excerpts = try store.excerpts(of: passages)
        let times = try store.ingestionTimes(of: Set(events.flatMap(\.articleIDs)))
        let coordinates = try store.coordinates(of: Set(events.compactMap(\.event.placeID)))
        return zip(events, excerpts).map { stored, excerpt in
            TimelineEntry(stored, excerpt, coordinates, times)
        }
    }

    private init(
        _ stored: StoredEvent, _ excerpt: String?, _ coordinates: [String: Coordinates],
        _ times: [String: Int64]
    ) {
        let event = stored.event
        self.init(
            id: stored.id, title: stored.title, language: stored.titleLanguage,
            direction: stored.titleDirection, kind: event.kind, date: event.date,
            participants: event.participants.compactMap { stored.labels[$0.entityID] },
            place: event.placeID.flatMap { id in
                stored.labels[id].map { Place(label: $0, coordinates: coordinates[id]) }
            },
            status: event.status, confidence: event.confidence, sources: stored.sourceCount,
            articles: stored.articleIDs, text: excerpt ?? "",
            updatedAt: stored.articleIDs.compactMap { times[$0] }.max() ?? 0)
    }
}
