import HTTPServer

/// The schemas that others refer to, by name.
///
/// Each is a line with its name and what it is, then a line for each member: its name, its schema in short (see `Schema`), what it
/// means. After a name a `?` says that the member may be missing. A line `+Name` stands for all members of one above; one in small
/// letters is there for that only. `Name!` has no other members, and `Name!one|two` one of these at least; after `Name =` stands a
/// schema that is no such object.
struct Components: Sendable {
    struct Component: Sendable {
        let name: String
        let meaning: String
        let schema: Schema
    }

    /// All of the API, those of one resource after the other.
    static let all = Components([
        values, articles, articleForms, timeline, entities, search, rows, service, inputs,
    ])

    /// In the order in which they are described.
    let list: [Component]

    init(_ texts: [String]) {
        var reader = Reader()
        for line in texts.joined(separator: "\n").split(separator: "\n") { reader.read(line) }
        reader.finish()
        list = reader.list
    }

    /// The object of all by their names.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for component in list {
                writer.key(component.name)
                if case .raw = component.schema {
                    component.schema.write(to: &writer)
                } else {
                    writer.object { writer in
                        if !component.meaning.isEmpty { writer.member("description", component.meaning) }
                        component.schema.writeMembers(to: &writer)
                    }
                }
            }
        }
    }

    /// The texts of `choices` in short.
    static func words<Choice: RawRepresentable<String>>(_ choices: [Choice]) -> String {
        choices.map { "'" + $0.rawValue + "'" }.joined(separator: "|")
    }

    private struct Reader {
        private(set) var list: [Component] = []
        private var members: [String: [Schema.Member]] = [:]
        private var current: (name: String, meaning: String, isClosed: Bool, needs: [String])?
        private var own: [Schema.Member] = []

        mutating func read(_ line: Substring) {
            if line.hasPrefix("  ") { return readMember(line.drop { $0 == " " }) }
            finish()
            let parts = line.split(separator: " ", maxSplits: 1)
            guard let first = parts.first else { return }
            let rest = parts.dropFirst().first ?? ""
            if rest.hasPrefix("= ") {
                let schema = rest.dropFirst(2)
                let word = schema.hasPrefix("{\"") ? schema : schema.prefix { $0 != " " }
                let meaning = schema.dropFirst(word.count).drop { $0 == " " }
                list.append(
                    Component(name: String(first), meaning: String(meaning), schema: Schema(word)))
                return
            }
            let name = first.prefix { $0 != "!" }
            let needs = first.dropFirst(name.count + 1).split(separator: "|").map(String.init)
            current = (String(name), String(rest), first.contains("!"), needs)
        }

        private mutating func readMember(_ line: Substring) {
            if line.hasPrefix("+") {
                own += members[String(line.dropFirst())] ?? [Schema.Member(name: "", schema: .unreadable)]
                return
            }
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count > 1 else { return own.append(Schema.Member(name: "", schema: .unreadable)) }
            let isOptional = parts[0].hasSuffix("?")
            own.append(
                Schema.Member(
                    name: String(isOptional ? parts[0].dropLast() : parts[0]), schema: Schema(parts[1]),
                    meaning: parts.count > 2 ? String(parts[2]) : "", isRequired: !isOptional))
        }

        mutating func finish() {
            guard let (name, meaning, isClosed, needs) = current else { return }
            if name.first?.isUppercase == true {
                let schema = Schema.object(own, isClosed: isClosed, needs: needs)
                list.append(Component(name: name, meaning: meaning, schema: schema))
            }
            members[name] = own
            own = []
            current = nil
        }
    }
}
