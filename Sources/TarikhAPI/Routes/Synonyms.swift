import ArticleStore
import HTTPServer
import HTTPTypes

/// Words that people say mean the same.
extension API {
    func listSynonyms(_ call: Call) throws -> Response {
        try list(call) { paging in
            try store.synonymSets(limit: paging.limit, after: paging.after)
        } item: { set, writer in
            SynonymJSON.write(set, to: &writer)
        }
    }

    func getSynonyms(_ call: Call) throws -> Response {
        guard let set = try store.synonymSet(call.id) else { throw Problem.notFound("synonyms of this id") }
        return call.unlessCached(try tag(of: call)) {
            json { SynonymJSON.write(set, to: &$0) }
        }
    }

    func putSynonyms(_ call: Call) throws -> Response {
        let input = try SynonymInput.read(call.request.body)
        let set = SynonymSet(
            id: try SynonymInput.checked(id: call.id), terms: input.terms, isOneWay: input.isOneWay)
        let change = try store.put(set)
        guard change != .tooMany else {
            throw Problem(
                .unprocessableContent, code: "unprocessable",
                detail: "There are at most \(SynonymSet.mostSets) sets of synonyms.")
        }
        let stored = try store.synonymSet(set.id) ?? set
        let isNew = change == .created
        return json(
            isNew ? .created : .ok, fields: isNew ? [.location: "/v1/synonyms/" + set.id] : [:]
        ) { SynonymJSON.write(stored, to: &$0) }
    }

    func deleteSynonyms(_ call: Call) throws -> Response {
        guard try store.removeSynonyms(call.id) == .removed else {
            throw Problem.notFound("synonyms of this id")
        }
        return Response(status: .noContent)
    }
}

/// A set of synonyms in an answer.
private enum SynonymJSON {
    static func write(_ set: SynonymSet, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", set.id)
            writer.member("terms", set.terms)
            writer.member("one_way", set.isOneWay)
            writer.timestamp("changed_at", set.changedAt)
        }
    }
}
