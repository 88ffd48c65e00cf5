import ArticleStore
import HTTPServer
import HTTPTypes

/// The body of `PUT /v1/saved/{id}`: `title`, and `query` with the parameters of a search.
struct SavedSearchInput: Decodable {
    private static let maximumTitle = 100
    private static let maximumQuery = 4096
    /// Beside what is read, what an answer has and means nothing here.
    private static let names = ["title", "query", "id", "changed_at", "results", "feed"]

    let title: String
    /// As in a target.
    let query: String

    private enum Key: String, CodingKey {
        case title, query
    }

    /// - Throws: `Problem` with pointers to what is wrong.
    static func read(_ body: [UInt8]) throws -> SavedSearchInput {
        try JSONBody.decode(SavedSearchInput.self, from: body)
    }

    init(from decoder: any Decoder) throws {
        let names = try decoder.container(keyedBy: JSONBody.Name.self).allKeys.map(\.stringValue)
        try JSONBody.refuseUnknown(names, allowed: Self.names)
        let members = try decoder.container(keyedBy: Key.self)
        guard let query = try members.decodeIfPresent([String: QueryBody.Value].self, forKey: .query) else {
            throw JSONBody.problem("/query", "missing", "'query' is missing.")
        }
        try QueryBody.check(query, against: API.savedParameters, in: "/query")
        self.query = QueryBody.encoded(query)
        guard self.query.utf8.count <= Self.maximumQuery else {
            let detail = "'query' has at most \(Self.maximumQuery) bytes, percent-encoded."
            throw Problem(
                .unprocessableContent, code: "unprocessable", detail: detail,
                items: [Problem.Item(.pointer("/query"), code: "too_long", detail: detail)])
        }
        let title = try members.decodeIfPresent(String.self, forKey: .title) ?? ""
        let isPlain = !title.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isPlain, title.unicodeScalars.count <= Self.maximumTitle else {
            throw JSONBody.problem(
                "/title", "invalid_value",
                "'title' has no control character and at most \(Self.maximumTitle) characters.")
        }
        self.title = title
    }
}
