import ArticleStore
import HTTPServer
import HTTPTypes
import SearchIndex

/// Searches that are kept by a name, with what they find now.
extension API {
    /// What a kept search may say: all of a search but where in its results it is.
    static let savedParameters = SearchRequest.parameters + Filter.common
    /// What may be said beside it.
    static let savedResultParameters = Paging.parameters + sourceFilters
    static let savedFeedParameters = [feedLimit] + sourceFilters
    private static let sourceFilters = Filter.common.filter { $0.name == "source" }

    func listSavedSearches(_ call: Call) throws -> Response {
        try list(call) { paging in
            try store.savedSearches(limit: paging.limit, after: paging.after)
        } item: { saved, writer in
            SavedSearchJSON.write(saved, to: &writer)
        }
    }

    func getSavedSearch(_ call: Call) throws -> Response {
        let saved = try savedSearch(call.id)
        return call.unlessCached(try tag(of: call)) {
            json { SavedSearchJSON.write(saved, to: &$0) }
        }
    }

    func putSavedSearch(_ call: Call) throws -> Response {
        let input = try SavedSearchInput.read(call.request.body)
        let search = SavedSearch(
            id: try SynonymInput.checked(id: call.id), title: input.title, query: input.query)
        try check(search)
        let change = try store.put(search)
        guard change != .tooMany else {
            throw Problem(
                .unprocessableContent, code: "unprocessable",
                detail: "There are at most \(SavedSearch.most) saved searches.")
        }
        let isNew = change == .created
        let stored = try store.savedSearch(search.id) ?? search
        return json(isNew ? .created : .ok, fields: isNew ? [.location: "/v1/saved/" + search.id] : [:]) {
            SavedSearchJSON.write(stored, to: &$0)
        }
    }

    func deleteSavedSearch(_ call: Call) throws -> Response {
        guard try store.removeSavedSearch(call.id) == .removed else {
            throw Problem.notFound("saved search of this id")
        }
        return Response(status: .noContent)
    }

    func savedResults(_ call: Call) throws -> Response {
        try search(try self.call(of: try savedSearch(call.id), as: "/v1/search", call))
    }

    func savedFeed(_ call: Call) throws -> Response {
        let saved = try savedSearch(call.id)
        let feed = try self.call(of: saved, as: String(call.request.path), call)
        let title = saved.title.isEmpty ? nil : saved.title
        return try searchFeed(feed, id: String(call.request.path), title: title, target: call.request.target)
    }

    private static let savedLists = Set(savedParameters.filter(\.isList).map(\.name))

    private func savedSearch(_ id: String) throws -> SavedSearch {
        guard let saved = try store.savedSearch(id) else { throw Problem.notFound("saved search of this id") }
        return saved
    }

    /// The call with what is kept before what it says itself, so that cursors and validators belong to both.
    private func call(
        of saved: SavedSearch, as path: String, _ call: Call
    ) throws -> Call {
        var request = call.request
        let given = request.query.map { $0.isEmpty ? "" : "&" + $0 } ?? ""
        request.target = path + "?" + saved.query + given
        let query = try QueryParameters(
            request.query, allowed: Self.searchParameters.map(\.name) + ["format"],
            repeatable: Self.savedLists)
        return Call(request: request, path: call.path, query: query, media: call.media)
    }

    /// - Throws: `Problem` with pointers to what a search would refuse.
    private func check(_ saved: SavedSearch) throws {
        do {
            let query = try QueryParameters(
                saved.query[...], allowed: Self.savedParameters.map(\.name), repeatable: Self.savedLists)
            let request = try SearchRequest(query)
            let conditions = try SearchConditions(query, store: store)
            let snapshot = try store.searchSnapshot()
            _ = try QueryReader(
                store: store, request: request, isCertain: conditions.filter.certain, snapshot: snapshot
            ).read()
        } catch let problem as Problem {
            throw problem.inBody(at: "/query")
        }
    }
}

extension Problem {
    /// The same where the parameters are members of an object in the body.
    fileprivate func inBody(at pointer: String) -> Problem {
        var problem = self
        problem.items = items.map { item in
            guard case .parameter(let name) = item.place else { return item }
            var item = item
            item.place = .pointer(pointer + "/" + JSONPointer.escaped(name))
            return item
        }
        return problem
    }
}

/// A kept search in an answer.
private enum SavedSearchJSON {
    static func write(_ saved: SavedSearch, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", saved.id)
            writer.member("title", saved.title)
            writer.objectMember("query") { writer in
                for (name, values) in saved.parameters {
                    writer.key(name)
                    if values.count == 1 {
                        writer.string(values[0])
                    } else {
                        writer.array { writer in for value in values { writer.string(value) } }
                    }
                }
            }
            writer.timestamp("changed_at", saved.changedAt)
            writer.member("results", "/v1/saved/" + saved.id + "/results")
            writer.member("feed", "/v1/saved/" + saved.id + "/feed")
        }
    }
}

extension SavedSearch {
    /// By name, in the order in which they are kept.
    fileprivate var parameters: [(name: String, values: [String])] {
        var parameters: [(name: String, values: [String])] = []
        for part in query.split(separator: "&") {
            let mark = part.firstIndex(of: "=") ?? part.endIndex
            guard let name = PercentCoding.decode(part[..<mark], plusIsSpace: true),
                let value = PercentCoding.decode(part[mark...].dropFirst(), plusIsSpace: true)
            else { continue }
            if let index = parameters.firstIndex(where: { $0.name == name }) {
                parameters[index].values.append(value)
            } else {
                parameters.append((name, [value]))
            }
        }
        return parameters
    }
}
