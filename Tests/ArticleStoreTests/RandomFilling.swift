import ArticleStore
import Articles
import TestSupport
import Testing

/// What a store tells after articles came in a random order.
enum RandomFilling {
    typealias Sample = (article: Article, annotations: Annotations)

    /// `lines` of a store that took `articles` in batches, `detours`: with some deleted and taken again later.
    static func lines(
        _ articles: [Sample], batch: Int, detours: Bool, using random: inout SeededGenerator,
        _ lines: (ArticleStore) throws -> [String]
    ) throws -> [String] {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        var rest = articles.shuffled(using: &random)[...]
        var ids: [(id: String, article: Sample)] = []
        while !rest.isEmpty {
            let part = Array(rest.prefix(batch))
            rest = rest.dropFirst(batch)
            ids += try zip(store.insert(part).map(\.id), part).map { ($0, $1) }
            if detours, Int.random(in: 0..<3, using: &random) == 0 {
                let gone = ids.remove(at: Int.random(in: ids.indices, using: &random))
                _ = try store.delete(gone.id)
                rest.append(gone.article)
            }
        }
        #expect(try store.check() == [])
        return try lines(store)
    }
}
