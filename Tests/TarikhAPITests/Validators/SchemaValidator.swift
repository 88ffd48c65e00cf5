import Foundation

/// Checks values against the part of JSON Schema 2020-12 that the API's document keeps to. A member that an object's schema does not
/// name is a failure too, so that nothing goes undescribed, and so is a keyword that is not known here.
struct SchemaValidator {
    typealias Schema = [String: Any]

    /// The schemas that others refer to, by name.
    let components: Schema

    /// What is wrong with `value`; nothing when it is as `schema` says.
    func failures(_ value: Any, _ schema: Any?, _ place: String = "") -> [String] {
        guard let schema = schema as? Schema else { return ["\(place): no schema"] }
        return schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
            failures(value, keyword, rule, of: schema, place)
        }
    }

    private func failures(
        _ value: Any, _ keyword: String, _ rule: Any, of schema: Schema, _ place: String
    ) -> [String] {
        switch keyword {
        case "description", "default": return []
        case "$ref":
            let name = (rule as? String ?? "").replacing("#/components/schemas/", with: "")
            guard let component = components[name] else { return ["\(place): there is no component \(name)"] }
            return failures(value, component, place)
        case "type":
            let isType = matches(value, rule as? String)
            return isType ? [] : ["\(place): \(value) is no \(rule)"]
        case "enum":
            let isListed = (rule as? [Any] ?? []).contains { "\($0)" == "\(value)" }
            return isListed ? [] : ["\(place): \(value) is none of \(rule)"]
        case "anyOf":
            let all = (rule as? [Any] ?? []).map { failures(value, $0, place) }
            return all.contains(where: \.isEmpty) ? [] : ["\(place): none of \(all)"]
        case "properties", "required", "additionalProperties", "propertyNames", "minProperties",
            "maxProperties":
            guard let object = value as? [String: Any] else { return [] }
            return failures(object: object, keyword, rule, of: schema, place)
        case "items", "minItems", "maxItems":
            guard let array = value as? [Any] else { return [] }
            if keyword == "items" {
                return array.enumerated().flatMap { failures($0.element, rule, "\(place)/\($0.offset)") }
            }
            return bounded(Double(array.count), keyword, rule, place)
        case "minLength", "maxLength":
            return bounded(Double((value as? String ?? "").unicodeScalars.count), keyword, rule, place)
        case "minimum", "maximum":
            return (value as? NSNumber).map { bounded($0.doubleValue, keyword, rule, place) } ?? []
        case "pattern":
            return fits(value, rule as? String ?? "") ? [] : ["\(place): \(value) does not fit \(rule)"]
        case "format":
            let isTime = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"
            guard rule as? String == "date-time" else { return [] }
            return fits(value, isTime) ? [] : ["\(place): \(value) is no time"]
        default: return ["\(place): the keyword \(keyword) is not known"]
        }
    }

    private func failures(
        object: [String: Any], _ keyword: String, _ rule: Any, of schema: Schema, _ place: String
    ) -> [String] {
        let named = schema["properties"] as? Schema ?? [:]
        switch keyword {
        case "properties":
            let isOpen = schema["additionalProperties"] != nil
            return object.flatMap { name, member in
                guard let known = named[name] else {
                    return isOpen ? [] : ["\(place)/\(name): not described"]
                }
                return failures(member, known, "\(place)/\(name)")
            }
        case "required":
            return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(place)/\($0): missing" }
        case "additionalProperties":
            return object.filter { named[$0.key] == nil }.flatMap { name, member in
                rule is Schema
                    ? failures(member, rule, "\(place)/\(name)") : ["\(place)/\(name): not allowed"]
            }
        case "propertyNames": return object.keys.flatMap { failures($0, rule, "\(place)/\($0)") }
        default: return bounded(Double(object.count), keyword, rule, place)
        }
    }

    private func bounded(_ value: Double, _ keyword: String, _ rule: Any, _ place: String) -> [String] {
        guard let bound = (rule as? NSNumber)?.doubleValue else {
            return ["\(place): \(keyword) is no number"]
        }
        let isInside = keyword.hasPrefix("min") ? value >= bound : value <= bound
        return isInside ? [] : ["\(place): \(value) against \(keyword) \(bound)"]
    }

    private func fits(_ value: Any, _ pattern: String) -> Bool {
        guard let text = value as? String, let regex = try? Regex(pattern) else { return false }
        return text.contains(regex)
    }

    private func matches(_ value: Any, _ type: String?) -> Bool {
        switch type {
        case "null": value is NSNull
        case "boolean": value is Bool && !JSONValidator.matches(value, .number)
        case "string": JSONValidator.matches(value, .string)
        case "integer": JSONValidator.matches(value, .integer)
        case "number": JSONValidator.matches(value, .number)
        case "array": JSONValidator.matches(value, .array)
        case "object": JSONValidator.matches(value, .object)
        default: false
        }
    }
}
