import ArticleStore
import Articles
import HTTPServer
import SearchIndex

/// Entities by what was typed so far.
extension API {
    static let entitySuggestionParameters =
        [.choices("type", Entity.Kind.allCases, "Kinds of entities.")] + suggestionParameters
    static let suggestionParameters: [Parameter] = [
        Parameter("prefix", "string:name-query", isRequired: true, "What was typed so far."),
        Filter.reach,
        Parameter("limit", "integer(1..\(maximumSuggestions))", default: "10", "How many at most."),
    ]
    private static let maximumSuggestions = 100

    func suggestEntities(_ call: Call) throws -> Response {
        let kinds = try call.query.choices("type", of: Entity.Kind.allCases)
        let reach = try Filter.reach(call.query)
        let limit = try call.query.integer("limit", in: 1...Self.maximumSuggestions, default: 10)
        guard let prefix = try name("prefix", call.query) else {
            throw Problem.parameter("prefix", code: "missing", "'prefix' is missing.")
        }
        return try call.unlessCached(try tag(of: call)) {
            let found = try store.suggestions(prefix, reach: reach, kinds: kinds, limit: limit)
            return json { writer in
                writer.object { writer in
                    writer.member("prefix", prefix)
                    writer.arrayMember("items") { writer in
                        for suggestion in found.items { Self.write(suggestion, to: &writer) }
                    }
                    writer.member("complete", found.isComplete)
                    writer.member("as_of", found.sequence)
                }
            }
        }
    }

    /// What a search may go on to: entities by any of their names, and words of the articles in the place of the last one.
    func suggest(_ call: Call) throws -> Response {
        let reach = try Filter.reach(call.query)
        let limit = try call.query.integer("limit", in: 1...Self.maximumSuggestions, default: 10)
        guard let prefix = try name("prefix", call.query) else {
            throw Problem.parameter("prefix", code: "missing", "'prefix' is missing.")
        }
        return try call.unlessCached(try tag(of: call)) {
            let entities = try store.suggestions(prefix, reach: reach, kinds: [], limit: limit)
            let words = WordCompletion(prefix, limit: limit, in: try store.searchSnapshot()).items
            return json { writer in
                writer.object { writer in
                    writer.member("prefix", prefix)
                    writer.arrayMember("entities") { writer in
                        for suggestion in entities.items { Self.write(suggestion, to: &writer) }
                    }
                    writer.arrayMember("words") { writer in
                        for item in words {
                            writer.object { writer in
                                writer.member("text", item.text)
                                writer.member("articles", item.documentCount)
                            }
                        }
                    }
                    writer.member("as_of", entities.sequence)
                }
            }
        }
    }

    private static func write(_ suggestion: ArticleStore.Suggestion, to writer: inout JSONWriter) {
        writer.object { writer in
            EntityJSON.writeSummary(suggestion.entity, to: &writer)
            writer.member("articles", suggestion.entity.articleCount)
            NameMatchJSON.write(suggestion.match, to: &writer)
        }
    }
}
