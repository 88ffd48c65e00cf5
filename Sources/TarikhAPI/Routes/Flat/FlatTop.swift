import ArticleStore
import Articles
import HTTPServer

/// What there is most of.
extension API {
    static let flatTopParameters =
        flatFilters + [
            measureParameter, fieldParameter, count("n", maximumTop, default: 10),
            .flag("other", "Whether what is not named is a row at the end."),
        ]
    static let flatPlaceParameters = flatFilters + [measureParameter, count("n", maximumTop, default: 100)]
    static let fieldParameter: Parameter = .choice(
        "field", TallyQuery.Dimension.allCases, default: .entity, "Of what.")
    private static let maximumTop = 1000

    func flatTop(_ call: Call) throws -> Response {
        try flat(call) { call in
            let field = try call.query.choice(
                "field", of: TallyQuery.Dimension.allCases, default: .entity)
            let limit = try call.query.integer("n", in: 1...Self.maximumTop, default: 10)
            let hasRest = try call.query.flag("other")
            let tallies = try store.tallies(try tallyQuery(call, by: [field], limit: limit))
            var table = FlatTable(["id", "label", "type", "value", "share"])
            func append(_ key: Tally.Key, _ value: Int) {
                let share = tallies.total > 0 ? Double(value) / Double(tallies.total) : 0
                table.append(
                    .text(key.id), .text(key.label), .text(key.type), .integer(value), .number(share))
            }
            for item in tallies.items { if let key = item.keys.first { append(key, item.value) } }
            let rest = tallies.total - tallies.items.reduce(0) { $0 + $1.value }
            if hasRest, rest > 0 { append(Tally.Key.other, rest) }
            return FlatAnswer(
                table: table, limit: limit, omitted: Omitted(undated: tallies.undated),
                sequence: tallies.sequence)
        }
    }

    /// The same of places whose coordinates are known; the others are left out.
    func flatPlaces(_ call: Call) throws -> Response {
        try flat(call) { call in
            let limit = try call.query.integer("n", in: 1...Self.maximumTop, default: 100)
            let tallies = try store.tallies(try tallyQuery(call, by: [.place], limit: limit))
            let points = try store.coordinates(of: Set(tallies.items.compactMap(\.keys.first?.id)))
            var omitted = Omitted()
            var table = FlatTable(["id", "label", "lat", "lon", "value"])
            for item in tallies.items {
                guard let key = item.keys.first, let point = points[key.id] else {
                    omitted.noPlace += 1
                    continue
                }
                table.append(
                    .text(key.id), .text(key.label), .number(point.latitude), .number(point.longitude),
                    .integer(item.value))
            }
            return FlatAnswer(table: table, limit: limit, omitted: omitted, sequence: tallies.sequence)
        }
    }
}
