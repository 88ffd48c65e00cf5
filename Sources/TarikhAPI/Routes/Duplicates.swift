import AccessControl
import ArticleStore
import Articles
import HTTPServer

/// Copies of articles.
extension API {
    func articleDuplicates(_ call: Call) throws -> Response {
        let sources = call.request.key?.grant.sources
        return try list(call, defaultLimit: Paging.maximumLimit) { paging in
            let page = try store.duplicates(
                of: call.id, sources: sources, limit: paging.limit, after: paging.after)
            return try found(page, "article")
        } item: { duplicate, writer in
            let stored = duplicate.article
            writer.object { writer in
                writer.member("article_id", stored.id)
                writer.member("similarity", (duplicate.similarity * 100).rounded() / 100)
                writer.member("title", stored.article.title)
                writer.member("source", stored.article.sourceName)
                writer.timestamp("published_at", stored.article.metadata.publishedAt)
                writer.timestamp("ingested_at", stored.ingestedAt)
                writer.member("duplicate_of", stored.duplicateOf)
                writer.member("cluster_id", stored.clusterID)
            }
        }
    }
}
