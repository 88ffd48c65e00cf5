import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Everything that a list has, without a limit, from one snapshot.
extension API {
    private static let mark = Parameter(
        "bom", .words(["0", "1"]), default: "0",
        "Whether a byte order mark comes first in CSV, which some spreadsheets need.")

    static func exportParameters(_ kind: ExportKind) -> [Parameter] {
        let filters =
            switch kind {
            case .articles, .mentions: Filter.parameters
            case .events, .claims: Filter.eventParameters(undated: .include)
            case .entities: entityFilters
            case .graph:
                Filter.parameters + unitParameters + [minimumWeight]
            }
        return filters + [mark]
    }

    func export(_ kind: ExportKind, _ call: Call) throws -> Response {
        let reader = try exportReader(kind, call)
        let hasMark = try call.query.integer("bom", in: 0...1, default: 0) == 1
        let permit = try exports.take()
        let source = ExportSource(
            try store.snapshot(), reader, Self.format(call.media, kind, hasMark: hasMark), permit: permit)
        let name = "tarikh-\(kind.rawValue).\(call.media == .csv ? "csv" : "ndjson")"
        var response = Response(
            status: .ok,
            fields: [
                .contentType: call.media.contentType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ])
        response.source = source
        return response
    }

    private static func format(
        _ media: MediaType, _ kind: ExportKind, hasMark: Bool
    ) -> any ExportFormat {
        switch media {
        case .csv: TableExport(kind: kind, byteOrderMark: hasMark)
        case .followTheMoney: MoneyExport()
        default: LineExport()
        }
    }

    private func exportReader(_ kind: ExportKind, _ call: Call) throws -> ExportReader {
        switch kind {
        case .articles: return .articles(try Filter.criteria(call.query, store: store))
        case .mentions: return .mentions(try Filter.criteria(call.query, store: store))
        case .events, .claims:
            let filters = try Filter.criteria(call.query, store: store)
            let criteria = try criteria(filters, call, undated: .include)
            return kind == .events ? .events(criteria) : .claims(criteria)
        case .entities:
            return .entities(
                named: try name("q", call.query), reach: try Filter.reach(call.query),
                kinds: try call.query.choices("type", of: Entity.Kind.allCases),
                minimumArticles: try call.query.integer("min_articles", in: 0...Int(Int32.max), default: 0))
        case .graph:
            var query = try graphQuery(call)
            query.limit = ExportReader.mostEdges
            return .graph(query)
        }
    }
}
