import Articles
import TextAnalysis

extension ArticleStore {
    /// Words of a name that are looked up one by one, and what is taken of each.
    private static let lookedUpWords = 5
    private static let candidatesOfWord = 20
    private static let minimumWord = 3

    /// Entities that a name may mean, in no order of worth: those called so in any language, those that sound so, those whose
    /// names go on from it, and those that share a word with it. At most some 150.
    package func candidates(_ name: String) throws(StoreError) -> [StoredEntity] {
        var found: [StoredEntity] = []
        var ids: Set<String> = []
        func add(_ suggestions: [Suggestion]) {
            for entity in suggestions.map(\.entity) where ids.insert(entity.entity.id).inserted {
                found.append(entity)
            }
        }
        add(try entities(called: name, reach: .translit))
        add(try suggestions(name, reach: .translit, kinds: [], limit: Self.candidatesOfWord).items)
        let words = FoldedName.words(of: name).map { String(decoding: $0, as: UTF8.self) }
        guard words.count > 1 else { return found }
        for word in words.filter({ $0.count >= Self.minimumWord }).prefix(Self.lookedUpWords) {
            add(try suggestions(word, reach: .alias, kinds: [], limit: Self.candidatesOfWord).items)
        }
        return found
    }
}
