import ArticleStore
import HTTPServer
import HTTPTypes

/// The timeline by what events have in common.
extension API {
    private static let defaultGroups = 20
    private static let maximumGroups = 200
    /// Of all groups of an answer together.
    private static let maximumGroupedEvents = 10_000

    static let groupParameters: [Parameter] = [
        .choice(
            "group_by", ArticleStore.Grouping.allCases, default: nil,
            "What events are to have in common; with format=json only."),
        Parameter(
            "groups", "integer(1..\(maximumGroups))", default: String(defaultGroups),
            "How many groups at most, with 'limit' events each, 10,000 in all; with 'group_by' only."),
    ]

    /// What the events are to be grouped by, if at all.
    func grouping(_ call: Call) throws(Problem) -> ArticleStore.Grouping? {
        guard call.query["group_by"] != nil else {
            guard call.query["groups"] == nil else {
                throw .parameter("groups", code: "not_applicable", "'groups' goes with 'group_by' only.")
            }
            return nil
        }
        guard call.media == .json else {
            throw .parameter("group_by", code: "not_applicable", "Groups come as format=json only.")
        }
        let groupings = ArticleStore.Grouping.allCases
        return try call.query.choice("group_by", of: groupings, default: .entity)
    }

    func groupedTimeline(
        _ call: Call, _ criteria: Criteria, by grouping: ArticleStore.Grouping
    ) throws -> Response {
        let paging = try Paging(call, signer: cursors)
        let groups = try call.query.integer(
            "groups", in: 1...Self.maximumGroups, default: Self.defaultGroups)
        guard groups * paging.limit <= Self.maximumGroupedEvents else {
            throw Problem.parameter(
                "limit", code: "out_of_range",
                "'groups' times 'limit' is at most \(Self.maximumGroupedEvents) events.")
        }
        return try call.unlessCached(try tag(of: call)) {
            let page = try store.eventGroups(
                criteria, by: grouping, groups: groups, limit: paging.limit, after: paging.after)
            let next = page.next.map(paging.cursor)
            let omitted = Omitted(undated: try store.undatedCount(leftOutBy: criteria))
            let names = try names(call)
            var fields: HTTPFields = [.omitted: String(omitted.total)]
            if let next { fields[.link] = paging.link(to: next) }
            return try json(fields: fields) { writer in
                try writer.object { writer in
                    try writer.arrayMember("groups") { writer in
                        for group in page.items { try write(group, to: &writer) }
                    }
                    PageJSON.write(
                        limit: groups, nextCursor: next, total: page.total, sequence: page.sequence,
                        to: &writer)
                    omitted.write(to: &writer)
                    names?.write(to: &writer)
                }
            }
        }
    }

    private func write(_ group: ArticleStore.EventGroup, to writer: inout JSONWriter) throws {
        let events = try group.events.compactMap { try store.event($0) }
        writer.object { writer in
            writer.member("key", group.key)
            writer.member("label", group.label)
            writer.member("count", group.count)
            writer.arrayMember("items") { writer in
                for event in events { EventJSON.write(event, to: &writer) }
            }
        }
    }
}
