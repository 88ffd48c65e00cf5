import Foundation

/// Checks members of JSON objects: what a form's own validator asks for.
struct JSONValidator {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    enum Kind {
        case string, number, integer, object, array
    }

    /// An object's members must be among these, of the right kind, and there when they must be.
    static func check(
        _ value: Any?, _ place: String, required: [String: Kind] = [:], optional: [String: Kind] = [:],
        extensions: (String) -> Bool = { _ in false }
    ) throws -> [String: Any] {
        guard let object = value as? [String: Any] else { throw Failure(description: "\(place): no object") }
        for name in required.keys where object[name] == nil {
            throw Failure(description: "\(place): no \(name)")
        }
        for (name, member) in object {
            guard let kind = required[name] ?? optional[name] else {
                guard extensions(name) else { throw Failure(description: "\(place): \(name) is not known") }
                continue
            }
            guard matches(member, kind) else { throw Failure(description: "\(place): \(name) is no \(kind)") }
        }
        return object
    }

    static func matches(_ value: Any, _ kind: Kind) -> Bool {
        switch kind {
        case .string: value is String
        case .number: isNumber(value)
        case .integer: isNumber(value) && (value as? Int) != nil
        case .object: value is [String: Any]
        case .array: value is [Any]
        }
    }

    /// `true` and `false` are numbers to Foundation.
    private static func isNumber(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return String(cString: number.objCType) != "c"
    }

    static func expect(_ condition: Bool, _ reason: @autoclosure () -> String) throws {
        if !condition { throw Failure(description: reason()) }
    }
}
