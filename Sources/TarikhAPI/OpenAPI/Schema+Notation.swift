/// Schemas in short: `string`, `string:date-time`, `string(1..40)`, `integer(0..)`, `number`, `boolean`, `any`, `null`; `Name` is a
/// component, `'a'|'b'` one of some texts, `A|B` one of some components; `[…]` is an array, with `(1..9)` of so many, `{…}` an object
/// with any names; a `?` at the end lets it be null too; and what starts as an object of JSON does is that schema.
extension Schema {
    /// `.unreadable` for what is none of these; the tests see to it that nothing is.
    init(_ notation: some StringProtocol) {
        self = Self.read(notation[...].description[...]) ?? .unreadable
    }

    private static func read(_ text: Substring) -> Schema? {
        if text.hasPrefix("{\"") { return .raw(String(text)) }
        if text.hasSuffix("?") { return read(text.dropLast()).map { .either([$0, .null]) } }
        if let (inner, bounds) = enclosed(text) { return read(inner).map { .array($0, bounds) } }
        if text.hasPrefix("{"), text.hasSuffix("}") {
            return read(text.dropFirst().dropLast()).map(Schema.map)
        }
        if text.hasPrefix("'") {
            let words = text.split(separator: "|")
            guard words.allSatisfy({ $0.count > 2 && $0.hasPrefix("'") && $0.hasSuffix("'") }) else {
                return nil
            }
            return .words(words.map { String($0.dropFirst().dropLast()) })
        }
        if text.contains("|") {
            let parts = text.split(separator: "|").map(read)
            let known = parts.compactMap(\.self)
            return known.count == parts.count ? .either(known) : nil
        }
        return simple(text)
    }

    /// The inside of `[…]` or `[…](1..9)`.
    private static func enclosed(_ text: Substring) -> (inner: Substring, bounds: Bounds)? {
        guard text.hasPrefix("["), let end = text.lastIndex(of: "]") else { return nil }
        let rest = text[text.index(after: end)...]
        guard let bounds = rest.isEmpty ? Bounds.none : bounds(rest) else { return nil }
        return (text[text.index(after: text.startIndex)..<end], bounds)
    }

    private static func simple(_ text: Substring) -> Schema? {
        let name = text.prefix { $0 != "(" && $0 != ":" }
        var rest = text[name.endIndex...]
        var format: String?
        if rest.hasPrefix(":") {
            format = String(rest.dropFirst().prefix { $0 != "(" })
            rest = rest.drop { $0 != "(" }
        }
        guard let bounds = rest.isEmpty ? Bounds.none : bounds(rest) else { return nil }
        switch name {
        case "any": return .any
        case "null": return .null
        case "boolean": return .boolean
        case "string": return .string(format: format, bounds)
        case "integer": return .integer(bounds)
        case "number": return .number(bounds)
        default: return name.first?.isUppercase == true && rest.isEmpty ? .reference(String(name)) : nil
        }
    }

    /// `(1..9)`, `(1..)` or `(..9)`.
    private static func bounds(_ text: Substring) -> Bounds? {
        guard text.hasPrefix("("), text.hasSuffix(")"), let dots = text.firstRange(of: "..") else {
            return nil
        }
        let least = text[text.index(after: text.startIndex)..<dots.lowerBound]
        let most = text[dots.upperBound...].dropLast()
        guard least.isEmpty || Int(least) != nil, most.isEmpty || Int(most) != nil else { return nil }
        return Bounds(least: Int(least), most: Int(most))
    }
}
