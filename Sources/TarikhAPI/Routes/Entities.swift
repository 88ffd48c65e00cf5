import ArticleStore
import Articles
import HTTPServer

/// Entities and where they are named.
extension API {
    func listEntities(_ call: Call) throws -> Response {
        let kinds = try entityKinds(call.query)
        let minimum = try call.query.integer("min_articles", in: 0...Int(Int32.max), default: 0)
        let orders: [ArticleStore.EntityOrder] = [.mostArticles, .label]
        let order = try call.query.choice("sort", of: orders, default: .mostArticles)
        let name = call.query["q"]
        return try list(call) { paging in
            try store.entities(
                named: name, kinds: kinds, minimumArticles: minimum, order: order, limit: paging.limit,
                after: paging.after)
        } item: { entity, writer in
            EntityJSON.write(entity, to: &writer)
        }
    }

    private func entityKinds(_ query: QueryParameters) throws(Problem) -> [Entity.Kind] {
        var kinds: [Entity.Kind] = []
        for name in query["type"]?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
            guard let kind = Entity.Kind(rawValue: String(name)) else {
                let known = Entity.Kind.allCases.map(\.rawValue).sorted().joined(separator: ", ")
                throw .parameter("type", code: "unknown_value", "'type' is a list of: \(known).")
            }
            kinds.append(kind)
        }
        return kinds
    }

    func getEntity(_ call: Call) throws -> Response {
        try call.unlessCached(try tag(of: call)) {
            let entity = try entity(call.id)
            return json { EntityJSON.write(entity, to: &$0) }
        }
    }

    func entityMentions(_ call: Call) throws -> Response {
        let id = try entity(call.id).entity.id
        return try list(call) { paging in
            try store.mentions(of: id, limit: paging.limit, after: paging.after)
        } item: { mention, writer in
            EntityJSON.write(mention, to: &writer)
        }
    }

    func entityArticles(_ call: Call) throws -> Response {
        try listArticles(call, try criteria(ofEntity: call))
    }

    func entityEvents(_ call: Call) throws -> Response {
        try listEvents(call, try criteria(ofEntity: call), undated: .include)
    }

    func entityTimeline(_ call: Call) throws -> Response {
        try timeline(call, try criteria(ofEntity: call))
    }

    private func criteria(ofEntity call: Call) throws -> Criteria {
        let id = try entity(call.id).entity.id
        var criteria = try Filter.criteria(call.query, store: store)
        criteria.entities.append(Criteria.Clause([id]))
        return criteria
    }
}
