import HTTPServer

/// A parameter of a query: what it may be and what it means.
///
/// It is what requests are checked against: a route takes the parameters that it lists, each once unless it is a list.
struct Parameter: Sendable, Hashable {
    /// Values of one parameter with commas between.
    private static let mostValues = 100

    let name: String
    /// Of the value, or of each value of a list.
    let schema: Schema
    let meaning: String
    /// What holds when it is not given, as it would be written.
    var fallback: String?
    /// It may be given more than once.
    var isList = false
    var isRequired = false

    /// A value of the type that `notation` says (see `Schema`).
    init(
        _ name: String, _ notation: String, default fallback: String? = nil, isRequired: Bool = false,
        _ meaning: String
    ) {
        self.init(name, Schema(notation), default: fallback, meaning)
        self.isRequired = isRequired
    }

    init(_ name: String, _ schema: Schema, default fallback: String? = nil, _ meaning: String) {
        self.name = name
        self.schema = schema
        self.fallback = fallback
        self.meaning = meaning
    }

    // MARK: Kinds

    /// One of a closed list of words.
    static func choice<Choice: RawRepresentable<String>>(
        _ name: String, _ choices: [Choice], default fallback: Choice?, _ meaning: String
    ) -> Parameter {
        Parameter(name, .choice(choices), default: fallback?.rawValue, meaning)
    }

    /// Some of a closed list of words.
    static func choices<Choice: RawRepresentable<String>>(
        _ name: String, _ choices: [Choice], _ meaning: String
    ) -> Parameter {
        let words = "(" + choices.map(\.rawValue).joined(separator: "|") + ")"
        let pattern = "^\(words)(,\(words))*$"
        var parameter = Parameter(name, .string(pattern: pattern), meaning + " Several with commas between.")
        parameter.isList = true
        return parameter
    }

    /// A filter: values with commas between, of which one must hold; `!` in front turns it round; given twice, both must hold.
    /// Without `choices` the values are any texts.
    static func filter(_ name: String, among choices: [String]? = nil, _ meaning: String) -> Parameter {
        let first = choices.map { "(" + $0.joined(separator: "|") + ")" } ?? "[^,!][^,]*"
        let pattern = "^!?\(first)(,\(first)){0,\(mostValues - 1)}$"
        let rule = " A comma is or, a '!' in front is not, giving it again is and."
        var parameter = Parameter(name, .string(pattern: pattern), meaning + rule)
        parameter.isList = true
        return parameter
    }

    /// Yes or no.
    static func flag(_ name: String, _ meaning: String) -> Parameter {
        Parameter(name, .words(["0", "1", "false", "true"]), default: "0", meaning)
    }

    // MARK: As JSON

    /// A parameter object (OpenAPI 3.1, 4.8.12).
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("in", "query")
            if isRequired { writer.member("required", true) }
            writer.member("description", meaning)
            writer.objectMember("schema") { writer in
                if isList {
                    Schema.array(schema, Schema.Bounds(least: 1)).writeMembers(to: &writer)
                } else {
                    schema.writeMembers(to: &writer)
                }
                writeFallback(to: &writer)
            }
        }
    }

    private func writeFallback(to writer: inout JSONWriter) {
        guard let fallback else { return }
        writer.key("default")
        switch schema {
        case .integer, .number: writer.raw(Array(fallback.utf8))
        default: writer.string(fallback)
        }
    }
}
