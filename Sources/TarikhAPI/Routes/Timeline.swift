import ArticleStore
import HTTPServer
import HTTPTypes

/// The timeline, in every form it has.
extension API {
    static let timelineParameters =
        Filter.eventParameters(undated: .omit) + Paging.parameters + [eventSort] + groupParameters + [
            .choice(
                "bom", Mark.allCases, default: .no,
                "A byte order mark, for spreadsheets; with format=csv only.")
        ]

    /// What the timeline is exported as, a line each.
    private static let exports: [any TimelineFormat] = [
        CSVFormat(),
        CalendarFormat(),
        TimelineJSFormat(),
        JSONFeedFormat(),
        AtomFormat(),
        GeoJSONFormat(),
    ]

    /// The first is what answers a request that wants none in particular.
    static let timelineForms = [.json, .ndjson] + exports.map(\.media)

    private enum Mark: String, CaseIterable {
        case no = "0"
        case yes = "1"
    }

    func timeline(_ call: Call) throws -> Response {
        try timeline(call, try Filter.criteria(call.query, store: store))
    }

    func timeline(_ call: Call, _ criteria: Criteria) throws -> Response {
        let criteria = try self.criteria(criteria, call, undated: .omit)
        let hasMark = try call.query.choice("bom", of: Mark.allCases, default: .no) == .yes
        guard call.media == .csv || call.query["bom"] == nil else {
            throw Problem.parameter("bom", code: "not_applicable", "'bom' goes with format=csv only.")
        }
        let order = try eventOrder(call)
        if let grouping = try grouping(call) { return try groupedTimeline(call, criteria, by: grouping) }
        let isExport = call.media != .json
        let paging = try Paging(
            call, signer: cursors, defaultLimit: isExport ? Paging.maximumLimit : 20)
        return try call.unlessCached(try tag(of: call)) {
            let page = try store.events(
                criteria, order: order, limit: paging.limit, after: paging.after)
            let next = page.next.map(paging.cursor)
            let undated = try store.undatedCount(leftOutBy: criteria)
            let (body, omitted) = try body(
                call, page, paging, next: next, undated: undated, hasMark: hasMark)
            var fields: HTTPFields = [
                .contentType: call.media.contentType, .omitted: String(omitted.total),
            ]
            if let next { fields[.link] = paging.link(to: next) }
            return Response(status: .ok, fields: fields, body: body)
        }
    }

    private func body(
        _ call: Call, _ page: Page<StoredEvent>, _ paging: Paging, next: String?, undated: Int,
        hasMark: Bool
    ) throws -> (body: [UInt8], omitted: Omitted) {
        let exports = Self.exports + [CSVFormat(byteOrderMark: true)]
        let format = hasMark ? exports.last : exports.first { $0.media == call.media }
        guard let format else {
            let omitted = Omitted(undated: undated)
            guard call.media != .ndjson else {
                return (Self.lines(page, paging.limit, next, omitted), omitted)
            }
            return (Self.object(page, paging.limit, next, omitted, try names(call)), omitted)
        }
        return format.export(
            TimelineDocument(
                entries: try TimelineEntry.entries(of: page.items, store: store), total: page.total,
                sequence: page.sequence,
                addresses: Addresses(call.request, publicURL: configuration.publicURL),
                target: Self.target(paging.query, in: call),
                next: next.map { Self.target(paging.target(at: $0), in: call) }, undated: undated))
    }

    /// A target that leads to the form of this answer also without its `Accept`.
    static func target(_ target: String, in call: Call) -> String {
        guard call.query["format"] == nil else { return target }
        return target + (target.contains("?") ? "&" : "?") + "format=" + call.media.format
    }

    private static func object(
        _ page: Page<StoredEvent>, _ limit: Int, _ next: String?, _ omitted: Omitted, _ names: NamesJSON?
    ) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.object { writer in
            writer.arrayMember("items") { writer in
                for event in page.items { EventJSON.write(event, to: &writer) }
            }
            PageJSON.write(
                limit: limit, nextCursor: next, total: page.total, sequence: page.sequence, to: &writer)
            omitted.write(to: &writer)
            names?.write(to: &writer)
        }
        return writer.bytes
    }

    /// An event a line, then one that says that this is the end.
    private static func lines(
        _ page: Page<StoredEvent>, _ limit: Int, _ next: String?, _ omitted: Omitted
    ) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 4096)
        for event in page.items {
            EventJSON.write(event, to: &writer)
            writer.newline()
        }
        writer.object { writer in
            writer.member("_end", true)
            writer.member("count", page.items.count)
            writer.member("total", page.total)
            writer.member("next_cursor", next)
            omitted.write(to: &writer)
            writer.member("as_of", page.sequence)
        }
        writer.newline()
        return writer.bytes
    }
}
