import HTTPServer
import HTTPTypes

/// The parameters of a target's query, decoded (application/x-www-form-urlencoded, WHATWG URL 5.1).
struct QueryParameters: Sendable {
    private static let maximumCount = 200

    /// In the order sent.
    private(set) var pairs: [(name: String, value: String)]
    /// The names that the route knows.
    let allowed: [String]

    /// Reads `query`; every name must be one of `allowed`, and only those of `repeatable` may occur twice.
    init(_ query: Substring?, allowed: [String], repeatable: Set<String> = []) throws(Problem) {
        var pairs: [(name: String, value: String)] = []
        var seen: Set<String> = []
        for part in (query ?? "").split(separator: "&") {
            guard pairs.count < Self.maximumCount else {
                throw Problem(.badRequest, code: "bad_request", detail: "Too many parameters.")
            }
            let mark = part.firstIndex(of: "=") ?? part.endIndex
            guard let name = PercentCoding.decode(part[..<mark], plusIsSpace: true) else {
                throw .parameter(
                    "", code: "invalid_encoding", "A parameter's name is not percent-encoded UTF-8.")
            }
            guard allowed.contains(name) else { throw .unknownParameter(name, allowed: allowed) }
            guard let value = PercentCoding.decode(part[mark...].dropFirst(), plusIsSpace: true) else {
                throw .parameter(name, code: "invalid_encoding", "'\(name)' is not percent-encoded UTF-8.")
            }
            guard seen.insert(name).inserted || repeatable.contains(name) else {
                throw .parameter(name, code: "duplicate", "'\(name)' is given twice.")
            }
            pairs.append((name, value))
        }
        self.pairs = pairs
        self.allowed = allowed
    }

    /// Forgets those of `names` that have no value.
    mutating func removeEmpty(_ names: [String]) {
        pairs.removeAll { $0.value.isEmpty && names.contains($0.name) }
    }

    mutating func add(_ name: String, _ value: String) {
        pairs.append((name, value))
    }

    /// The value of a parameter that occurs at most once.
    subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// An integer within bounds, or `fallback` when it is not given.
    func integer(_ name: String, in bounds: ClosedRange<Int>, default fallback: Int) throws(Problem) -> Int {
        guard let text = self[name] else { return fallback }
        guard let value = Int(text), bounds ~= value else {
            throw .parameter(
                name, code: "out_of_range",
                "'\(name)' is an integer from \(bounds.lowerBound) to \(bounds.upperBound).")
        }
        return value
    }

    /// One of a closed list of words, or `fallback` when it is not given.
    func choice<Choice: RawRepresentable<String>>(
        _ name: String, of choices: [Choice], default fallback: Choice
    ) throws(Problem) -> Choice {
        guard let text = self[name] else { return fallback }
        guard let choice = choices.first(where: { $0.rawValue == text }) else {
            let known = choices.map(\.rawValue).joined(separator: ", ")
            throw .parameter(name, code: "unknown_value", "'\(name)' is one of \(known).")
        }
        return choice
    }

    /// Some of a closed list of words, with commas between; none when it is not given.
    func choices<Choice: RawRepresentable<String>>(
        _ name: String, of choices: [Choice]
    ) throws(Problem) -> [Choice] {
        var chosen: [Choice] = []
        for text in all(name).flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            guard let choice = choices.first(where: { $0.rawValue == text }) else {
                let known = choices.map(\.rawValue).sorted().joined(separator: ", ")
                throw .parameter(name, code: "unknown_value", "'\(name)' is a list of: \(known).")
            }
            chosen.append(choice)
        }
        return chosen
    }

    /// `1` or `true`, `0` or `false`; false when it is not given.
    func flag(_ name: String) throws(Problem) -> Bool {
        switch self[name] {
        case nil, "0", "false": return false
        case "1", "true": return true
        default: throw .parameter(name, code: "unknown_value", "'\(name)' is 1 or 0.")
        }
    }
}
