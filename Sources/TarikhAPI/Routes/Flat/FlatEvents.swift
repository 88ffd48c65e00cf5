import ArticleStore
import Articles
import HTTPServer

/// Events as rows.
extension API {
    static let flatEventParameters =
        flatFilters + [
            eventSort,
            Parameter(
                "limit", "integer(1..\(maximumRows))", default: String(defaultFlatEvents), "How many at most."
            ),
        ] + Paging.parameters.filter { $0.name == "cursor" }
    private static let defaultFlatEvents = 1000

    func flatEvents(_ call: Call) throws -> Response {
        try flat(call) { call in
            let columns = [
                "time", "time_ms", "timeEnd", "timeEnd_ms", "edtf", "precision", "title", "text", "tags",
                "place",
                "confidence", "sources", "event_id", "article_id", "url",
            ]
            let addresses = Addresses(call.request, publicURL: configuration.publicURL)
            return try flatEvents(call, columns) { row, table in
                let entry = row.entry
                table.append(
                    .text(row.start.text), .integer(row.start.milliseconds), .text(row.end.text),
                    .integer(row.end.milliseconds), .text(row.date.edtf), .text(row.date.precision.rawValue),
                    .text(entry.title), .text(entry.text), .text(row.tags), .text(entry.place?.label ?? ""),
                    .number(entry.confidence), .integer(entry.sources), .text(entry.id),
                    .text(entry.articles.first ?? ""), .text(addresses.event(entry.id)))
            }
        }
    }

    /// What marks a dashboard's graphs.
    func flatAnnotations(_ call: Call) throws -> Response {
        try flat(call) { call in
            try flatEvents(call, ["time", "timeEnd", "title", "text", "tags"]) { row, table in
                table.append(
                    .text(row.start.text), .text(row.end.text), .text(row.entry.title), .text(row.entry.text),
                    .text(row.tags))
            }
        }
    }

    /// An event whose days are known.
    private struct EventRow {
        var entry: TimelineEntry
        var date: WorldDate
        var start: FlatTime
        var end: FlatTime

        /// Who takes part, with commas between and none inside.
        var tags: String {
            entry.participants.map { $0.replacing(",", with: "،") }.joined(separator: ",")
        }
    }

    private func flatEvents(
        _ call: Call, _ columns: [String], append: (EventRow, inout FlatTable) -> Void
    ) throws -> FlatAnswer {
        var criteria = try Filter.criteria(call.query, store: store)
        criteria.includesUndated = false
        let order = try eventOrder(call)
        let paging = try Paging(
            call, signer: cursors, defaultLimit: Self.defaultFlatEvents, maximumLimit: Self.maximumRows)
        let page = try store.events(criteria, order: order, limit: paging.limit, after: paging.after)
        var omitted = Omitted(undated: try store.undatedCount(leftOutBy: criteria))
        var table = FlatTable(columns)
        for entry in try TimelineEntry.entries(of: page.items, store: store) {
            guard let date = entry.date, let days = date.knownDays else {
                omitted.undated += 1
                continue
            }
            guard let start = FlatTime(startOf: days.lowerBound), let end = FlatTime(endOf: days.upperBound)
            else {
                omitted.outOfRange += 1
                continue
            }
            append(EventRow(entry: entry, date: date, start: start, end: end), &table)
        }
        let next = page.next.map(paging.cursor)
        let leftOut = page.items.count - table.rows.count
        return FlatAnswer(
            table: table, limit: paging.limit, next: next, link: next.map(paging.link),
            total: page.total - leftOut, omitted: omitted, sequence: page.sequence)
    }
}
