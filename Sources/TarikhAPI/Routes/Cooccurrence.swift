import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Who and what is named together with an entity.
extension API {
    static let cooccurrenceParameters =
        Filter.parameters + unitParameters + [
            Parameter("min_count", "integer(1..2147483647)", default: "1", "How often together at least.")
        ]

    /// What counts as together, how strongly, and of whom.
    static let unitParameters: [Parameter] = [
        .choice("unit", TextUnit.allCases, default: .sentence, "What two must be named in to be together."),
        .choice("measure", Association.Measure.allCases, default: .count, "What the order goes by."),
        .choices("type", Entity.Kind.allCases, "Kinds of entities."),
    ]

    func cooccurrence(_ call: Call) throws -> Response {
        if let moved = try movedEntity(call, suffix: "/cooccurrence") { return moved }
        let entity = try entity(call.id)
        let query = ArticleStore.CooccurrenceQuery(
            unit: try call.query.choice("unit", of: TextUnit.allCases, default: .sentence),
            measure: try call.query.choice("measure", of: Association.Measure.allCases, default: .count),
            kinds: try call.query.choices("type", of: Entity.Kind.allCases),
            minimumCount: try call.query.integer("min_count", in: 1...Int(Int32.max), default: 1),
            criteria: try Filter.criteria(call.query, store: store))
        let paging = try Paging(call, signer: cursors)
        return try call.unlessCached(try tag(of: call)) {
            let found = try store.cooccurrences(
                of: entity.entity.id, query, limit: paging.limit, after: paging.after)
            guard let found else { throw Problem.notFound("entity of this id") }
            let names = try names(call)
            let next = found.page.next.map(paging.cursor)
            let fields: HTTPFields = next.map { [.link: paging.link(to: $0)] } ?? [:]
            return json(fields: fields) { writer in
                writer.object { writer in
                    writer.objectMember("entity") { EntityJSON.writeSummary(entity, to: &$0) }
                    writer.member("unit", query.unit.rawValue)
                    writer.member("measure", query.measure.rawValue)
                    writer.member("units", found.own)
                    writer.member("total_units", found.total)
                    writer.arrayMember("items") { writer in
                        for item in found.page.items { Self.write(item, query.measure, to: &writer) }
                    }
                    PageJSON.write(
                        limit: paging.limit, nextCursor: next, total: found.page.total,
                        sequence: found.page.sequence, to: &writer)
                    names?.write(to: &writer)
                }
            }
        }
    }

    private static func write(
        _ item: ArticleStore.Cooccurrence, _ measure: Association.Measure, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.objectMember("entity") { EntityJSON.writeSummary(item.entity, to: &$0) }
            writer.member("value", AssociationJSON.rounded(item.association.value(measure)))
            AssociationJSON.writeMembers(item.association, to: &writer)
            writer.member("left", item.association.left)
            writer.member("right", item.association.right)
            writer.member("total", item.association.total)
        }
    }
}
