/// What a key is for: checked when it is made, and never changed afterwards.
package struct KeyGrant: Sendable, Hashable {
    private static let longestText = 256
    private static let mostSources = 100
    package static let rates = 1...1_000_000

    /// For people.
    package let name: String?
    package let scopes: Set<AccessScope>
    /// The sources whose articles it may see and put in; `nil` for all.
    package let sources: [String]?
    /// Seconds since 1970; `nil` when it does not expire.
    package let expiresAt: Int64?
    /// Requests per minute; `nil` for what the service allows everyone.
    package let rate: Int?

    /// - Throws: `KeyGrantError` that names the part at fault.
    package init(
        name: String? = nil, scopes: Set<AccessScope>, sources: [String]? = nil, expiresAt: Int64? = nil,
        rate: Int? = nil
    ) throws(KeyGrantError) {
        if let name, !(1...Self.longestText).contains(name.utf8.count) {
            throw KeyGrantError(.name, "has 1 to \(Self.longestText) bytes")
        }
        guard !scopes.isEmpty else {
            let all = AccessScope.allCases.map(\.rawValue).joined(separator: ", ")
            throw KeyGrantError(.scopes, "has one at least of: " + all)
        }
        if let sources { try Self.check(sources) }
        if let rate, !Self.rates.contains(rate) {
            throw KeyGrantError(
                .rate, "is an integer from \(Self.rates.lowerBound) to \(Self.rates.upperBound)")
        }
        self.name = name
        self.scopes = scopes
        self.sources = sources
        self.expiresAt = expiresAt
        self.rate = rate
    }

    /// They become a filter, in which a comma is or and a `!` in front is not.
    private static func check(_ sources: [String]) throws(KeyGrantError) {
        guard (1...mostSources).contains(sources.count) else {
            throw KeyGrantError(.sources, "has 1 to \(mostSources) names")
        }
        for source in sources {
            guard (1...longestText).contains(source.utf8.count), !source.contains(","), !source.hasPrefix("!")
            else {
                throw KeyGrantError(
                    .sources,
                    "has names of 1 to \(longestText) bytes without commas and without a '!' in front")
            }
        }
    }

    /// Whether its time is up.
    ///
    /// - Parameter now: seconds since 1970.
    package func isExpired(at now: Int64) -> Bool {
        expiresAt.map { $0 <= now } ?? false
    }
}

/// What is wrong with a key that is asked for.
package struct KeyGrantError: Error, Hashable, CustomStringConvertible {
    package enum Part: String, Sendable, Hashable {
        case name, scopes, sources, rate
    }

    package let part: Part
    /// What it must be, to go on from the part's name.
    package let rule: String

    init(_ part: Part, _ rule: String) {
        self.part = part
        self.rule = rule
    }

    /// For people.
    package var description: String { "'\(part.rawValue)' \(rule)." }
}
