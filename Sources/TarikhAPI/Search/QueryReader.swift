import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import SearchIndex
import TextAnalysis

/// Reads the query of a search and widens it by what else is called or written so.
struct QueryReader {
    let store: ArticleStore
    let request: SearchRequest
    /// Of dates: the whole interval must lie inside.
    let isCertain: Bool
    let snapshot: IndexSnapshot

    /// A query with the entities that it speaks of.
    struct Reading: Sendable {
        var query: Query
        /// Why an entity is looked for, by its id.
        var reasons: [String: String]
    }

    func read() throws -> Reading {
        var failure: (any Error)?
        var reasons: [String: String] = [:]
        var reading: Reading
        do throws(QueryError) {
            let query = try QueryParser().parse(request.text, request.options) { condition in
                do {
                    return try meaning(of: condition, &reasons)
                } catch {
                    failure = error
                    return nil
                }
            }
            reading = Reading(query: query, reasons: reasons)
        } catch {
            throw Self.problem(of: error)
        }
        if let failure { throw failure }
        try addSynonyms(to: &reading)
        if request.reach != .off { try addNames(to: &reading) }
        reading.query.correct(request.tolerance, in: snapshot)
        return reading
    }

    private static func problem(of error: QueryError) -> Problem {
        let detail =
            "The query can't be searched: " + error.reason.rawValue.replacing("_", with: " ") + "."
        let item = Problem.Item(
            .parameter("q"), code: error.reason.rawValue, detail: detail, offset: error.offset)
        return Problem(.badRequest, code: "invalid_query", detail: detail, items: [item])
    }

    // MARK: Conditions

    private func meaning(
        of condition: QueryCondition, _ reasons: inout [String: String]
    ) throws -> QueryCondition.Meaning? {
        let value = condition.value
        switch condition.kind {
        case .entity:
            let ids = try Filter.entityIDs(value, request.reach, store: store)
            for id in ids { reasons[id] = "entity:" + value }
            let clauses = try store.indexClauses([Criteria.Clause(ids)])
            return Self.meaning(.entity, clauses.flatMap(\.values), ids.joined(separator: ","))
        case .source: return Self.meaning(.source, [value], value)
        case .lang:
            guard let language = Language(tag: value) else { return nil }
            return Self.meaning(.language, [language.code], language.code)
        case .date:
            // What is no date is words.
            guard let days = try? DateBound.days(value, parameter: "q"),
                days.lower != nil || days.upper != nil
            else { return nil }
            var criteria = Criteria()
            (criteria.from, criteria.to) = days
            return QueryCondition.Meaning(
                filter: SearchFilter(interval: SearchFilter.interval(criteria), certain: isCertain),
                written: value)
        }
    }

    private static func meaning(
        _ field: ArticleStore.KeywordField, _ values: [String], _ written: String
    ) -> QueryCondition.Meaning {
        let clause = SearchFilter.Clause(field: field.rawValue, values: values)
        return QueryCondition.Meaning(filter: SearchFilter(clauses: [clause]), written: written)
    }

    // MARK: Widening

    private func addSynonyms(to reading: inout Reading) throws {
        let names = reading.query.names
        let found = try store.synonyms(of: names.map(\.words))
        for (name, synonyms) in zip(names, found) where !synonyms.isEmpty {
            reading.query.widen(
                name.terms,
                by: synonyms.map { QueryAlternative(.text($0.text), reason: "synonym:" + $0.set) })
        }
    }

    /// The longest names first; a word belongs to one.
    private func addNames(to reading: inout Reading) throws {
        let names = reading.query.names.sorted { $0.terms.count > $1.terms.count }
        let found = try store.namedEntities(Array(Set(names.map(\.folded))))
        var taken: Set<Int> = []
        for name in names where taken.isDisjoint(with: name.terms) {
            let entities = (found[name.folded] ?? []).filter { isMeant($0.match.text, by: name) }
            guard !entities.isEmpty else { continue }
            taken.formUnion(name.terms)
            add(entities, called: name, to: &reading)
        }
        guard request.reach == .translit else { return }
        for name in names where taken.isDisjoint(with: name.terms) && name.folded.unicodeScalars.count > 3 {
            let alike = try store.entities(called: name.words, reach: .translit).prefix(4)
            let forms = try alike.compactMap { suggestion in
                try store.namedEntities([LetterFolding.fold(suggestion.entity.entity.label)]).values.joined()
                    .first { $0.id == suggestion.entity.entity.id }
            }
            if forms.isEmpty { continue }
            taken.formUnion(name.terms)
            add(forms, called: name, to: &reading)
        }
    }

    /// A name of few letters is meant only if it is written exactly so: `US`, but not `us`.
    private func isMeant(_ name: String, by typed: Query.Name) -> Bool {
        guard name.utf8.first.map({ $0 < 0x80 }) ?? false, name.utf8.count <= 3 else { return true }
        return typed.words == name
    }

    private func add(
        _ entities: [ArticleStore.NamedEntity], called name: Query.Name, to reading: inout Reading
    ) {
        let reason = "alias:" + name.words
        var texts: [String] = []
        for text in entities.flatMap(\.names) {
            let folded = FoldedName.text(of: text)
            if folded != name.folded, !texts.contains(where: { FoldedName.text(of: $0) == folded }) {
                texts.append(text)
            }
        }
        for entity in entities { reading.reasons[entity.id] = reading.reasons[entity.id] ?? reason }
        let clause = SearchFilter.Clause(
            field: ArticleStore.KeywordField.entity.rawValue, values: entities.map(\.indexValue))
        let written = "entity(" + entities.map(\.id).joined(separator: ",") + ")"
        let filter = QueryAlternative.Meaning.filter(SearchFilter(clauses: [clause]), written: written)
        let alternatives = texts.prefix(16).map { QueryAlternative(.text($0), reason: reason) }
        reading.query.widen(name.terms, by: [QueryAlternative(filter, reason: reason)] + alternatives)
    }
}
