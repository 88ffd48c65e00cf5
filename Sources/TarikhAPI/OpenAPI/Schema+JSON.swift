import HTTPServer

extension Schema {
    /// The schema as an object of JSON.
    func write(to writer: inout JSONWriter) {
        if case .raw(let json) = self { return writer.raw(Array(json.utf8)) }
        writer.object { writeMembers(to: &$0) }
    }

    /// Its members, in an open object.
    func writeMembers(to writer: inout JSONWriter) {
        switch self {
        case .any, .raw: break
        case .null: writer.member("type", "null")
        case .boolean: writer.member("type", "boolean")
        case .string(let format, let pattern, let bounds):
            writer.member("type", "string")
            if let format { writer.member("format", format) }
            if let pattern { writer.member("pattern", pattern) }
            bounds.write("minLength", "maxLength", to: &writer)
        case .integer(let bounds):
            writer.member("type", "integer")
            bounds.write("minimum", "maximum", to: &writer)
        case .number(let bounds):
            writer.member("type", "number")
            bounds.write("minimum", "maximum", to: &writer)
        case .words(let words):
            writer.member("type", "string")
            writer.member("enum", words)
        case .reference(let name): writer.member("$ref", "#/components/schemas/" + name)
        case .array(let item, let bounds):
            writer.member("type", "array")
            writer.key("items")
            item.write(to: &writer)
            bounds.write("minItems", "maxItems", to: &writer)
        case .map(let value):
            writer.member("type", "object")
            writer.key("additionalProperties")
            value.write(to: &writer)
        case .object(let members, let isClosed, let needs):
            Self.write(members, isClosed: isClosed, needs: needs, to: &writer)
        case .either(let schemas):
            writer.arrayMember("anyOf") { writer in
                for schema in schemas { schema.write(to: &writer) }
            }
        }
    }

    private static func write(
        _ members: [Member], isClosed: Bool, needs: [String], to writer: inout JSONWriter
    ) {
        writer.member("type", "object")
        let required = members.filter(\.isRequired).map(\.name)
        if !required.isEmpty { writer.member("required", required) }
        writer.objectMember("properties") { writer in
            for member in members {
                writer.key(member.name)
                if case .raw = member.schema {
                    member.schema.write(to: &writer)
                    continue
                }
                writer.object { writer in
                    // Beside a reference too (JSON Schema 2020-12, 8.2.3.1).
                    if !member.meaning.isEmpty { writer.member("description", member.meaning) }
                    member.schema.writeMembers(to: &writer)
                }
            }
        }
        if isClosed { writer.member("additionalProperties", false) }
        guard !needs.isEmpty else { return }
        writer.arrayMember("anyOf") { writer in
            for name in needs { writer.object { $0.member("required", [name]) } }
        }
    }
}

extension Schema.Bounds {
    fileprivate func write(_ least: StaticString, _ most: StaticString, to writer: inout JSONWriter) {
        if let bound = self.least { writer.member(least, bound) }
        if let bound = self.most { writer.member(most, bound) }
    }
}
