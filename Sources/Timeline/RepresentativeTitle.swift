import TextAnalysis

/// Chooses among the titles that articles give an event.
enum RepresentativeTitle {
    /// More are not looked at, so that the choice stays cheap.
    private static let maximumCandidates = 24

    /// The event whose title says it best: in the language of most articles, a list item or of usual length, and with the
    /// words that the others have too. The choice depends on the content of all alone.
    static func choice(of events: [ArticleEvent]) -> ArticleEvent? {
        guard events.count > 1 else { return events.first }
        let counts = Dictionary(events.map { ($0.language.rawValue, 1) }, uniquingKeysWith: +)
        let language = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let candidates = events.filter { $0.titleLanguage.rawValue == language }
        let looked = (candidates.isEmpty ? events : candidates).sorted { $0.rank < $1.rank }
            .prefix(maximumCandidates)
        return looked.max { left, right in
            (score(left, among: looked), right.rank) < (score(right, among: looked), left.rank)
        }
    }

    private static func score(_ event: ArticleEvent, among others: ArraySlice<ArticleEvent>) -> Double {
        let length = event.title.unicodeScalars.count
        let isUsual = (20...90).contains(length)
        var shared = 0.0
        for other in others where !event.titleWords.isEmpty {
            let common = ContentWords.common(event.titleWords, other.titleWords)
            // Both ways, so that neither the shortest nor the longest wins by its length.
            shared += Double(2 * common) / Double(event.titleWords.count + max(other.titleWords.count, 1))
        }
        let centrality = (shared / Double(others.count) * 1000).rounded() / 1000
        return centrality + (isUsual ? 0.3 : 0) + (event.isListItem ? 0.2 : 0)
    }
}
