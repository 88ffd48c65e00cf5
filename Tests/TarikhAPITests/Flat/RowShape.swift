import Foundation
import HTTPServer
import HTTPTypes
import Testing

/// Reads rows strictly: the same keys in the same order in every row, and one type for each.
struct RowShape {
    enum Kind: Sendable { case text, integer, number }

    struct Failure: Error {
        var reason: String
    }

    /// What each resource of `/v1/flat/` promises.
    static let all: [String: [(name: String, kind: Kind)]] = [
        "series": [("time", .text), ("time_ms", .integer), ("series", .text), ("value", .integer)],
        "top": [
            ("id", .text), ("label", .text), ("type", .text), ("value", .integer), ("share", .number),
        ],
        "places": [
            ("id", .text), ("label", .text), ("lat", .number), ("lon", .number), ("value", .integer),
        ],
        "cooccurrence": [
            ("a_id", .text), ("a", .text), ("b_id", .text), ("b", .text), ("count", .integer),
            ("pmi", .number),
        ],
        "events": [
            ("time", .text), ("time_ms", .integer), ("timeEnd", .text), ("timeEnd_ms", .integer),
            ("edtf", .text), ("precision", .text), ("title", .text), ("text", .text), ("tags", .text),
            ("place", .text), ("confidence", .number), ("sources", .integer), ("event_id", .text),
            ("article_id", .text), ("url", .text),
        ],
        "annotations": [
            ("time", .text), ("timeEnd", .text), ("title", .text), ("text", .text), ("tags", .text),
        ],
        "nodes": [
            ("id", .text), ("title", .text), ("subTitle", .text), ("mainStat", .integer),
            ("detail__type", .text),
        ],
        "edges": [("id", .text), ("source", .text), ("target", .text), ("mainStat", .number)],
        "variables": [("__text", .text), ("__value", .text), ("type", .text)],
        "matrix": [("row", .text), ("col", .text), ("value", .integer)],
    ]

    /// The rows of a JSON array, checked.
    static func rows(_ body: [UInt8], of resource: String) throws -> [JSON] {
        let shape = try #require(all[resource])
        let rows = try JSON(body)
        guard rows.value is [Any] else { throw Failure(reason: "no array") }
        let text = String(decoding: body, as: UTF8.self)
        for (row, object) in zip(rows.array, objects(in: text)) {
            guard keys(of: object) == shape.map(\.name) else { throw Failure(reason: "keys of \(object)") }
            for (name, kind) in shape where !isRight(row[name], kind) {
                throw Failure(reason: "type of \(name) in \(object)")
            }
        }
        guard objects(in: text).count == rows.array.count else { throw Failure(reason: "lost objects") }
        return rows.array
    }

    private static func isRight(_ value: JSON, _ kind: Kind) -> Bool {
        switch kind {
        case .text: return value.string != nil
        case .integer:
            guard let number = value.value as? NSNumber else { return false }
            return number.doubleValue == Double(number.int64Value)
        case .number: return value.value is NSNumber && value.double?.isFinite == true
        }
    }

    /// The texts of the flat objects in an array: what lies between braces outside of strings.
    private static func objects(in text: String) -> [String] {
        var objects: [String] = []
        var current = ""
        var isInString = false
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "{", !isInString { current = "" }
            current.unicodeScalars.append(scalar)
            if scalar == "}", !isInString { objects.append(current) }
            if scalar == "\"", !isEscaped { isInString.toggle() }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return objects
    }

    /// The keys of a flat object in their order.
    private static func keys(of object: String) -> [String] {
        var keys: [String] = []
        var string = ""
        var isInString = false
        var isEscaped = false
        for scalar in object.unicodeScalars {
            if scalar == "\"", !isEscaped {
                if !isInString { string = "" }
                isInString.toggle()
            } else if isInString {
                string.unicodeScalars.append(scalar)
            } else if scalar == ":" {
                keys.append(string)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return keys
    }
}
