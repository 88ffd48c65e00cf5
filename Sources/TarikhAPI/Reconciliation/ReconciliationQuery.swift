import Articles
import Foundation
import HTTPServer

/// One query of a batch (Reconciliation Service API 0.2, 4.2).
struct ReconciliationQuery: Decodable, Sendable, Hashable {
    /// How much the types that a query names matter.
    enum TypeStrictness: String, Decodable, Sendable, Hashable {
        case any, all, should
    }

    /// A value that a candidate is expected to have.
    struct Property: Decodable, Sendable, Hashable {
        let name: String
        /// One of these.
        let values: [String]

        private enum Key: String, CodingKey {
            case pid
            case v
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Key.self)
            name = try members.decode(String.self, forKey: .pid)
            if let value = try? members.decode(PropertyValue.self, forKey: .v) {
                values = [value.text]
            } else {
                values = try members.decode([PropertyValue].self, forKey: .v).map(\.text)
            }
        }
    }

    static let defaultLimit = 5
    static let maximumLimit = 50
    static let maximumProperties = 20

    /// Empty when only properties are given.
    let name: String
    let types: [String]
    let strictness: TypeStrictness
    let limit: Int
    let properties: [Property]

    private enum Key: String, CodingKey, CaseIterable {
        case query, type, limit, properties
        case strictness = "type_strict"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        name = try members.decodeIfPresent(String.self, forKey: .query) ?? ""
        if let type = try? members.decodeIfPresent(String.self, forKey: .type) {
            types = [type]
        } else {
            types = try members.decodeIfPresent([String].self, forKey: .type) ?? []
        }
        strictness = try members.decodeIfPresent(TypeStrictness.self, forKey: .strictness) ?? .any
        let limit = try members.decodeIfPresent(Double.self, forKey: .limit) ?? Double(Self.defaultLimit)
        self.limit = Int(min(max(limit, 1), Double(Self.maximumLimit)))
        properties = try members.decodeIfPresent([Property].self, forKey: .properties) ?? []
        guard !name.isEmpty || !properties.isEmpty else {
            throw DecodingError.keyNotFound(
                Key.query,
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "neither 'query' nor 'properties'"))
        }
    }
}

/// A text, a number, true or false, or an entity by its id.
private struct PropertyValue: Decodable {
    let text: String

    private enum Key: String, CodingKey {
        case id
    }

    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Key.self) {
            text = try members.decode(String.self, forKey: .id)
            return
        }
        let value = try decoder.singleValueContainer()
        if let flag = try? value.decode(Bool.self) {
            text = flag ? "true" : "false"
        } else if let number = try? value.decode(Double.self) {
            text = PlainText.decimal(number)
        } else {
            text = try value.decode(String.self)
        }
    }
}
