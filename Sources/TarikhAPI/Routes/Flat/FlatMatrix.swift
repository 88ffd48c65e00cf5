import ArticleStore
import HTTPServer

/// Two things against each other, a row for each pair.
extension API {
    static let flatMatrixParameters =
        flatFilters + [
            measureParameter,
            .choice("rows", TallyQuery.Dimension.allCases, default: .entity, "What the rows are."),
            .choice("cols", TallyQuery.Dimension.allCases, default: .year, "What the columns are."),
            count("n", maximumSide, default: 20), count("m", maximumSide, default: 20),
        ]
    private static let maximumSide = 100

    func flatMatrix(_ call: Call) throws -> Response {
        try flat(call) { call in
            let fields = TallyQuery.Dimension.allCases
            let rows = try call.query.choice("rows", of: fields, default: .entity)
            let columns = try call.query.choice("cols", of: fields, default: .year)
            let height = try call.query.integer("n", in: 1...Self.maximumSide, default: 20)
            let width = try call.query.integer("m", in: 1...Self.maximumSide, default: 20)
            let query = try tallyQuery(call, by: [rows, columns], limit: height)
            guard query.measure == .events || Set([rows, columns]) != [.entity, .place] else {
                throw Problem.parameter(
                    "cols", code: "not_applicable", "Entities go with places for metric=events only.")
            }
            let found = try store.crossTally(query, columns: width)
            var table = FlatTable(["row", "col", "value"])
            let columnLabels = Self.distinctLabels(of: found.columns.map { [$0] })
            for (row, label) in Self.distinctLabels(of: found.rows.map { [$0] }).enumerated() {
                for (column, columnLabel) in columnLabels.enumerated() {
                    let value = found.values[row * columnLabels.count + column]
                    table.append(.text(label), .text(columnLabel), .integer(value))
                }
            }
            return FlatAnswer(
                table: table, limit: Self.maximumRows, omitted: Omitted(undated: found.undated),
                sequence: found.sequence)
        }
    }
}
