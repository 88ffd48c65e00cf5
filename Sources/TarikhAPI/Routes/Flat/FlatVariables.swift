import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// What a dashboard's variables may be, by the names that Grafana has for their texts and values.
extension API {
    static let flatVariableParameters: [Parameter] =
        [
            fieldParameter, .choices("type", Entity.Kind.allCases, "Kinds of entities."),
            Parameter("q", "string:name-query", "A part of a name, of at most \(maximumName) bytes."),
            count("n", maximumVariables, default: 100),
        ] + flatFormParameters
    private static let maximumVariables = 1000

    func flatVariables(_ call: Call) throws -> Response {
        try flat(call) { call in
            let field = try call.query.choice(
                "field", of: TallyQuery.Dimension.allCases, default: .entity)
            let kinds = try call.query.choices("type", of: Entity.Kind.allCases)
            let name = try self.name("q", call.query)
            let limit = try call.query.integer("n", in: 1...Self.maximumVariables, default: 100)
            guard kinds.isEmpty || field == .entity else {
                throw Problem.parameter("type", code: "not_applicable", "'type' goes with field=entity only.")
            }
            var table = FlatTable(["__text", "__value", "type"])
            let sequence: Int64
            switch field {
            case .entity, .place:
                let page = try store.entities(
                    named: name, kinds: field == .place ? [.place] : kinds, minimumArticles: 1,
                    order: .mostArticles, limit: limit, after: nil)
                for item in page.items {
                    let entity = item.entity
                    table.append(.text(entity.label), .text(entity.id), .text(entity.kind.rawValue))
                }
                sequence = page.sequence
            case .source, .year:
                sequence = try appendValues(of: field, named: name, limit: limit, to: &table)
            }
            return FlatAnswer(table: table, limit: limit, sequence: sequence)
        }
    }

    /// Sources of most articles and years of most events first, those with `name` in theirs, compared folded.
    private func appendValues(
        of field: TallyQuery.Dimension, named name: String?, limit: Int, to table: inout FlatTable
    ) throws -> Int64 {
        let tallies = try store.tallies(
            TallyQuery(
                measure: field == .source ? .articles : .events, dimensions: [field], criteria: Criteria(),
                limit: Self.maximumRows))
        let wanted = name.map(LetterFolding.fold) ?? ""
        for key in tallies.items.compactMap(\.keys.first) where table.rows.count < limit {
            guard wanted.isEmpty || LetterFolding.fold(key.label).contains(wanted) else { continue }
            table.append(.text(key.label), .text(key.id), .text(key.type))
        }
        return tallies.sequence
    }
}
