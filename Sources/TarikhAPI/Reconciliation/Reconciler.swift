import ArticleStore
import Articles
import Extraction

/// Finds the entities that queries mean.
struct Reconciler {
    /// Candidates that score less are none.
    private static let minimumScore = 20.0

    let store: ArticleStore

    /// The candidates of a query, the best first; `isMatch` for one that is called exactly so when no other is.
    func candidates(
        _ query: ReconciliationQuery
    ) throws -> [(candidate: ReconciliationCandidate, isMatch: Bool)] {
        let all = try entities(query).map { ReconciliationCandidate($0, for: query) }
        let fitting = all.filter { candidate in
            (query.strictness == .should || candidate.hasType) && candidate.score >= Self.minimumScore
        }
        let sorted = fitting.sorted {
            ($1.score, $1.entity.articleCount, $0.entity.entity.id)
                < ($0.score, $0.entity.articleCount, $1.entity.entity.id)
        }
        let certain = sorted.filter { $0.isExact && $0.hasType && $0.agreement >= 0 }
        let match = certain.count == 1 ? certain.first?.entity.entity.id : nil
        return sorted.prefix(query.limit).map { ($0, $0.entity.entity.id == match) }
    }

    private func entities(_ query: ReconciliationQuery) throws -> [StoredEntity] {
        var found = query.name.isEmpty ? [] : try store.candidates(query.name)
        var ids = [query.name, EntityID.make(wikidata: query.name, kind: "", name: "")]
        for property in query.properties where property.name == "wikidata" {
            ids += property.values.map { EntityID.make(wikidata: $0, kind: "", name: "") }
        }
        for id in ids where id.hasPrefix("n_") && !found.contains(where: { $0.entity.id == id }) {
            if let entity = try store.entity(id) { found.append(entity) }
        }
        return found
    }
}
