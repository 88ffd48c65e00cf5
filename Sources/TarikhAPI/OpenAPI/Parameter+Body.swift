extension Parameter {
    /// What it may be as a member of a body (RFC 10008): texts as in a query, numbers where they are numbers, `true` and `false`
    /// where they are 1 and 0.
    var inBody: Schema {
        guard isList else { return single }
        return .either([single, .array(single)])
    }

    /// The format of a date that may be milliseconds since 1970, which are numbers in JSON.
    static let dateBound = "date-bound"
    /// What `DateBound` takes for milliseconds, or for a year.
    private static let milliseconds: [Schema] = [
        .integer(Schema.Bounds(least: 0, most: 0)),
        .integer(Schema.Bounds(least: 1000, most: 5_999_999_999_999_999)),
        .integer(Schema.Bounds(least: -5_999_999_999_999_999, most: -1)),
    ]

    private var single: Schema {
        if case .string(format: Self.dateBound, _, _) = schema {
            return .either([schema] + Self.milliseconds)
        }
        guard case .words(let words) = schema else { return schema }
        let texts = words.map { "\"\($0)\"" }
        let numbers = words.filter { Int($0) != nil }
        let flags = [("1", "true"), ("0", "false")].filter { words.contains($0.0) }.map(\.1)
        guard !numbers.isEmpty else { return schema }
        return .raw("{\"enum\":[" + (texts + numbers + flags).joined(separator: ",") + "]}")
    }

    /// A body of `parameters`.
    static func body(of parameters: [Parameter]) -> Schema {
        .object(
            parameters.map {
                Schema.Member(
                    name: $0.name, schema: $0.inBody, meaning: $0.meaning, isRequired: $0.isRequired)
            }, isClosed: true)
    }
}
