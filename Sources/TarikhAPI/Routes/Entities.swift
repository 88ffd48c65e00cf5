import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Entities and where they are named.
extension API {
    private static let orders: [ArticleStore.EntityOrder] = [.mostArticles, .label]
    static let entityParameters =
        entityFilters + [.choice("sort", orders, default: .mostArticles, "The order.")]
    static let entityFilters: [Parameter] = [
        Parameter("q", "string:name-query", "A part of any of the names."),
        Filter.reach,
        .choices("type", Entity.Kind.allCases, "Kinds of entities."),
        Parameter("min_articles", "integer(0..2147483647)", default: "0", "How many articles at least."),
    ]
    /// Bytes of the longest name that is looked for.
    static let maximumName = 400

    func listEntities(_ call: Call) throws -> Response {
        let kinds = try call.query.choices("type", of: Entity.Kind.allCases)
        let reach = try Filter.reach(call.query)
        let minimum = try call.query.integer("min_articles", in: 0...Int(Int32.max), default: 0)
        let order = try call.query.choice("sort", of: Self.orders, default: .mostArticles)
        let name = try self.name("q", call.query)
        return try list(call) { paging in
            try store.entities(
                named: name, reach: reach, kinds: kinds, minimumArticles: minimum, order: order,
                limit: paging.limit, after: paging.after)
        } item: { entity, writer in
            let match = name.flatMap { NameMatch.best(of: entity.entity, for: $0, reach: reach) }
            EntityJSON.write(entity, match: match, to: &writer)
        }
    }

    /// A name that is looked for; `nil` when it is not given.
    func name(_ parameter: String, _ query: QueryParameters) throws(Problem) -> String? {
        guard let name = query[parameter] else { return nil }
        guard name.utf8.count <= Self.maximumName else {
            throw .parameter(
                parameter, code: "too_long", "'\(parameter)' has at most \(Self.maximumName) bytes.")
        }
        return name
    }

    func getEntity(_ call: Call) throws -> Response {
        if let moved = try movedEntity(call, suffix: "") { return moved }
        return try call.unlessCached(try tag(of: call)) {
            let entity = try entity(call.id)
            return json { EntityJSON.write(entity, to: &$0) }
        }
    }

    /// Where an entity that is part of another now has gone; `nil` for one that has not.
    func movedEntity(_ call: Call, suffix: String) throws -> Response? {
        guard let survivor = try store.survivor(ofEntity: call.id), survivor != call.id else { return nil }
        let target = call.request.target
        let query = target.firstIndex(of: "?").map { String(target[$0...]) } ?? ""
        return Response(
            status: .permanentRedirect,
            fields: [.location: "/v1/entities/" + survivor + suffix + query], body: [])
    }

    func entityMentions(_ call: Call) throws -> Response {
        if let moved = try movedEntity(call, suffix: "/mentions") { return moved }
        let id = try entity(call.id).entity.id
        let criteria = try Filter.criteria(call.query, store: store)
        return try list(call) { paging in
            try store.mentions(of: id, criteria, limit: paging.limit, after: paging.after)
        } item: { mention, writer in
            EntityJSON.write(mention, to: &writer)
        }
    }

    func entityArticles(_ call: Call) throws -> Response {
        if let moved = try movedEntity(call, suffix: "/articles") { return moved }
        return try listArticles(call, try criteria(ofEntity: call))
    }

    func entityEvents(_ call: Call) throws -> Response {
        if let moved = try movedEntity(call, suffix: "/events") { return moved }
        return try listEvents(call, try criteria(ofEntity: call), undated: .include)
    }

    func entityTimeline(_ call: Call) throws -> Response {
        if let moved = try movedEntity(call, suffix: "/timeline") { return moved }
        return try timeline(call, try criteria(ofEntity: call))
    }

    private func criteria(ofEntity call: Call) throws -> Criteria {
        let id = try entity(call.id).entity.id
        var criteria = try Filter.criteria(call.query, store: store)
        criteria.entities.append(Criteria.Clause([id]))
        return criteria
    }
}
