/// JSON (RFC 8259) as it was read.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In order; of members with one name the first counts.
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: JSONValue
    }

    /// A member of an object; `nil` where there is none or it is null.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members.first(where: { $0.name == name })?.value,
            value != .null
        else { return nil }
        return value
    }

    /// Not empty.
    package var string: String? {
        guard case .string(let text) = self, !text.isEmpty else { return nil }
        return text
    }

    /// A string, or a number as written.
    package var scalar: String? {
        if case .number(let digits) = self { return digits }
        return string
    }

    /// The elements of an array; of anything else but null itself, as JSON-LD has it.
    package var elements: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    package var isObject: Bool {
        if case .object = self { true } else { false }
    }

    package var isArray: Bool {
        if case .array = self { true } else { false }
    }
}
