import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Rows of one shape for dashboards, notebooks and spreadsheets.
extension API {
    static let flatForms: [MediaType] = [.json, .ndjson, .csv]
    static let flatFormParameters: [Parameter] = [
        .flag("envelope", "Whether the rows come with where they go on, as format=json."),
        .flag("bom", "Whether a byte order mark comes first, with format=csv."),
    ]
    /// The filters of events; rows without a time are left out, so that there is no choice about them.
    static let flatFilters = (Filter.parameters + Filter.claims).map(\.mayBeEmpty) + flatFormParameters
    static let flatGraphParameters = graphParameters.map(\.mayBeEmpty) + flatFormParameters
    static let measureParameter: Parameter = .choice(
        "metric", TallyQuery.Measure.allCases, default: .events,
        "What counts; articles and mentions on the day of publication, for which 'from' and 'to' hold then.")

    /// How many rows at most.
    static func count(_ name: String, _ most: Int, default fallback: Int) -> Parameter {
        Parameter(name, "integer(1..\(most))", default: String(fallback), "How many at most.")
    }

    /// Rows of one answer, and cells of a matrix.
    static let maximumRows = 10_000

    /// What a dashboard has variables for: one that nothing is chosen of is sent without a value.
    fileprivate static let variableNames = ["entity", "source"]

    /// A form's rows. A filter without a value counts as not given.
    func flat(_ call: Call, _ answer: (Call) throws -> FlatAnswer) throws -> Response {
        let call = call.withoutEmpty(Self.variableNames)
        let isEnveloped = try call.query.flag("envelope")
        let hasMark = try call.query.flag("bom")
        guard !isEnveloped || call.media == .json else {
            throw Problem.parameter(
                "envelope", code: "not_applicable", "'envelope' goes with format=json only.")
        }
        guard !hasMark || call.media == .csv else {
            throw Problem.parameter("bom", code: "not_applicable", "'bom' goes with format=csv only.")
        }
        return try call.unlessCached(try tag(of: call)) {
            let answer = try answer(call)
            var fields: HTTPFields = [
                .contentType: call.media.contentType, .omitted: String(answer.omitted.total),
            ]
            fields[.link] = answer.link
            let body = Self.body(of: answer, call.media, isEnveloped: isEnveloped, hasMark: hasMark)
            return Response(status: .ok, fields: fields, body: body)
        }
    }

    private static func body(
        of answer: FlatAnswer, _ media: MediaType, isEnveloped: Bool, hasMark: Bool
    ) -> [UInt8] {
        switch media {
        case .csv: return answer.table.csv(byteOrderMark: hasMark)
        case .ndjson: return answer.table.lines
        default: break
        }
        var writer = JSONWriter(reservingCapacity: 1 << 14)
        guard isEnveloped else {
            answer.table.write(to: &writer)
            return writer.bytes
        }
        writer.object { writer in
            writer.key("rows")
            answer.table.write(to: &writer)
            PageJSON.write(
                limit: answer.limit, nextCursor: answer.next, total: answer.total ?? answer.table.rows.count,
                sequence: answer.sequence, to: &writer)
            answer.omitted.write(to: &writer)
        }
        return writer.bytes
    }

    // MARK: Parameters

    /// What counts, with the filters that go with it.
    func tallyQuery(
        _ call: Call, by dimensions: [TallyQuery.Dimension], limit: Int
    ) throws -> TallyQuery {
        let measure = try call.query.choice(
            "metric", of: TallyQuery.Measure.allCases, default: .events)
        for name in ["precision", "min_sources", "min_confidence", "match"]
        where measure != .events && call.query[name] != nil {
            throw Problem.parameter(name, code: "not_applicable", "'\(name)' goes with metric=events only.")
        }
        return TallyQuery(
            measure: measure, dimensions: dimensions, criteria: try Filter.criteria(call.query, store: store),
            limit: limit)
    }

    /// Keys' labels with the id behind those that several have, so that none stands for two.
    static func distinctLabels(of keys: [[Tally.Key]]) -> [String] {
        let labels = keys.map { $0.map(\.label).joined(separator: " · ") }
        let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(keys, labels).map { key, label in
            guard counts[label] ?? 0 > 1 else { return label }
            return label + " (" + key.map(\.id).joined(separator: ", ") + ")"
        }
    }
}

extension Parameter {
    /// The same, which may come without a value where it is what a dashboard has a variable for.
    fileprivate var mayBeEmpty: Parameter {
        guard API.variableNames.contains(name), case .string(let format, let pattern?, let bounds) = schema
        else { return self }
        var parameter = Parameter(
            name, .string(format: format, pattern: "^$|" + pattern, bounds), default: fallback, meaning)
        parameter.isList = isList
        return parameter
    }
}
