import ArticleStore
import Articles
import HTTPServer
import SearchIndex
import TextAnalysis

/// The filters that lists have in common: comma is or, repetition is and, `!` in front is not.
enum Filter {
    /// Whether events without a date are listed, or nothing else.
    enum Undated: String, CaseIterable {
        case include, omit, only
    }

    enum Match: String, CaseIterable {
        case possible, certain
    }

    /// Reads the filters of a query; `store` finds entities by their names.
    static func criteria(_ query: QueryParameters, store: ArticleStore) throws -> Criteria {
        var criteria = Criteria()
        criteria.languages = try clauses("lang", query, check: language)
        criteria.sources = try clauses("source", query) { [$0] }
        criteria.articles = try clauses("article", query) { [$0] }
        criteria.precisions = try clauses("precision", query, check: precision)
        criteria.entities = try entities(query, store: store)
        criteria.from = try query["from"].flatMap { try DateBound.days($0, parameter: "from").lower }
        criteria.to = try query["to"].flatMap { try DateBound.days($0, parameter: "to").upper }
        criteria.certain = try isCertain(query)
        if let from = criteria.from, let to = criteria.to, from > to {
            throw Problem.parameter("to", code: "empty_interval", "'to' lies before 'from'.")
        }
        criteria.minimumSources = try query.integer("min_sources", in: 0...Int(Int32.max), default: 0)
        criteria.minimumConfidence = try confidence(query)
        return criteria
    }

    /// A search's `match` also says what counts as the same word.
    private static func isCertain(_ query: QueryParameters) throws(Problem) -> Bool {
        guard query.allowed.contains("op") else {
            return try query.choice("match", of: Match.allCases, default: .possible) == .certain
        }
        return try query.choices("match", of: WordMatch.allCases).contains(.certain)
    }

    /// How a search's words are matched.
    static func wordMatching(_ query: QueryParameters) throws(Problem) -> QueryOptions.Matching {
        for match in try query.choices("match", of: WordMatch.allCases) {
            if let matching = QueryOptions.Matching(rawValue: match.rawValue) { return matching }
        }
        return .stem
    }

    enum WordMatch: String, CaseIterable {
        case possible, certain, exact, folded, stem
    }

    private static func confidence(_ query: QueryParameters) throws(Problem) -> Double {
        guard let text = query["min_confidence"] else { return 0 }
        guard let value = Double(text), (0...1).contains(value) else {
            throw .parameter(
                "min_confidence", code: "out_of_range", "'min_confidence' is a number from 0 to 1.")
        }
        return value
    }

    /// The clauses of a parameter with a closed list of values.
    static func clauses(
        _ name: String, _ query: QueryParameters, among known: [String]
    ) throws -> [Criteria.Clause] {
        try clauses(name, query) { value in
            guard known.contains(value) else {
                throw Problem.parameter(
                    name, code: "unknown_value",
                    "'\(name)' is a list of: \(known.joined(separator: ", ")).")
            }
            return [value]
        }
    }

    private static func clauses(
        _ name: String, _ query: QueryParameters, check: (String) throws -> [String]
    ) throws -> [Criteria.Clause] {
        try query.all(name).map { value in
            let isNegated = value.hasPrefix("!")
            let items = value.dropFirst(isNegated ? 1 : 0).split(
                separator: ",", omittingEmptySubsequences: false)
            guard items.count <= 100, !items.contains(where: { $0.isEmpty || $0.hasPrefix("!") }) else {
                throw Problem.parameter(
                    name, code: "invalid_list",
                    "'\(name)' is a list of at most 100 values with commas between and '!' only in front.")
            }
            return Criteria.Clause(try items.flatMap { try check(String($0)) }, negated: isNegated)
        }
    }

    private static func language(_ tag: String) throws(Problem) -> [String] {
        guard let language = Language(tag: tag) else {
            let known = Language.allCases.map(\.code).joined(separator: ", ")
            throw .parameter("lang", code: "unknown_value", "'lang' is one of \(known).")
        }
        return [language.code]
    }

    private static func precision(_ value: String) throws(Problem) -> [String] {
        guard WorldDate.Precision(rawValue: value) != nil else {
            throw .parameter(
                "precision", code: "unknown_value", "There is no precision '\(value.prefix(40))'.")
        }
        return [value]
    }

    // MARK: Entities

    /// How far names of entities reach.
    static func reach(_ query: QueryParameters) throws(Problem) -> NameReach {
        query["xling"] == "none" ? .off : try query.choice("xling", of: NameReach.allCases, default: .alias)
    }

    /// An id stands for the entity that it leads to; a name for every entity that has it. A name that none has is kept: it
    /// matches nothing.
    static func entities(
        _ query: QueryParameters, store: ArticleStore, parameter: String = "entity"
    ) throws -> [Criteria.Clause] {
        let reach = try reach(query)
        return try clauses(parameter, query) { try entityIDs($0, reach, store: store) }
    }

    /// The ids that an id or a name leads to, the name itself when none has it. What people say means the same counts too.
    static func entityIDs(_ value: String, _ reach: NameReach, store: ArticleStore) throws -> [String] {
        if isEntityID(value) { return [try store.survivor(ofEntity: value) ?? value] }
        let names = try [value] + store.synonyms(of: [value]).joined().map(\.text)
        var ids: [String] = []
        for name in names {
            ids += try store.entities(called: name, reach: reach).map(\.entity.entity.id)
                .filter { !ids.contains($0) }
        }
        return ids.isEmpty ? [value] : ids
    }

    /// Kinds of entities.
    static func kinds(_ query: QueryParameters) throws -> [Criteria.Clause] {
        try clauses("entity_type", query, among: Entity.Kind.allCases.map(\.rawValue))
    }

    /// The names that a query has for entities, each once, with whom they stand for.
    static func entityNames(
        _ query: QueryParameters, store: ArticleStore
    ) throws -> [(name: String, found: [ArticleStore.Suggestion])] {
        let reach = try reach(query)
        var seen: Set<String> = []
        let names = query.all("entity").flatMap { value in
            value.dropFirst(value.hasPrefix("!") ? 1 : 0).split(separator: ",").map(String.init)
        }
        return try names.filter { !isEntityID($0) && seen.insert($0).inserted }.map { name in
            (name, try store.entities(called: name, reach: reach))
        }
    }

    private static func isEntityID(_ value: String) -> Bool { value.hasPrefix("n_") }
}

extension SearchFilter {
    /// The days from the first to the last that matter; `nil` when both are open.
    static func interval(_ criteria: Criteria) -> ClosedRange<Int32>? {
        guard criteria.from != nil || criteria.to != nil else { return nil }
        let lower = criteria.from.map { Int32(clamping: $0.dayNumber) } ?? .min
        let upper = criteria.to.map { Int32(clamping: $0.dayNumber) } ?? .max
        return lower...max(lower, upper)
    }
}
