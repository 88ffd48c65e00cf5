import HTTPServer
import HTTPTypes

/// Every route of what articles were before, and of their copies.
extension API {
    var revisions: [GuardedRoute] {
        [
            get(
                .read.checked, "/v1/articles/{id}/revisions", listRevisions,
                "Lists the states that an article has had.", .page("Revision"),
                query: Paging.parameters(limit: Paging.maximumLimit)),
            get(
                .read.checked, "/v1/articles/{id}/revisions/{revision}", getRevision,
                "An article as it was, with what was read from it then.", "Annotations"),
            get(
                .read.checked, "/v1/articles/{id}/revisions/{revision}/text", revisionText,
                "The text of an article as it was.", "string", as: [.plainText]),
            get(
                .read.checked, "/v1/articles/{id}/duplicates", articleDuplicates,
                "Lists the copies of an article, or nearly.", .page("Duplicate"),
                query: Paging.parameters(limit: Paging.maximumLimit)),
            get(
                .read.checked, "/v1/articles/{id}/difference", revisionDifference,
                "What is different between two revisions.", "RevisionDifference",
                query: Self.differenceParameters),
        ]
    }
}
