import Foundation
import TextAnalysis

@testable import SearchIndex

/// Matches and scores documents by the definition of the query's nodes, one document after the other.
struct NodeReference {
    struct Word {
        var field: Int
        /// Words of other texts are far away.
        var position: Int
        var stem: [UInt8]
        var surface: [UInt8]
    }

    struct Entry {
        var document: IndexDocument
        var words: [Word] = []
        var length = 0.0
    }

    private(set) var entries: [Entry] = []
    private let average: Double
    /// In how many documents each stem is.
    private var stemCounts: [[UInt8]: Int] = [:]

    init(_ documents: [IndexDocument]) {
        for document in documents {
            var entry = Entry(document: document)
            for (number, text) in document.texts.enumerated() {
                for (place, term) in Analyzer(text.language).terms(in: text.bytes).enumerated() {
                    entry.length += Self.weight(text.field)
                    entry.words.append(
                        Word(
                            field: text.field, position: number * 100_000 + place,
                            stem: Array(term.stem.utf8), surface: Array(term.surface.utf8)))
                }
            }
            entries.append(entry)
        }
        for entry in entries {
            for stem in Set(entry.words.map(\.stem)) { stemCounts[stem, default: 0] += 1 }
        }
        average = entries.reduce(0) { $0 + $1.length } / Double(max(entries.count, 1))
    }

    private static func weight(_ field: Int) -> Double { Double(schema.textFields[field].weight) }

    func keys(_ node: QueryNode, _ filter: SearchFilter = SearchFilter()) -> [Int64] {
        entries.filter { matches(node, $0) && passes(filter, $0.document) }.map(\.document.key).sorted()
    }

    func passes(_ filter: SearchFilter, _ document: IndexDocument) -> Bool {
        for clause in filter.clauses {
            let has = document.keywords.contains {
                $0.field == clause.field && clause.values.contains($0.value)
            }
            if has == clause.negated { return false }
        }
        guard let wanted = filter.interval else { return true }
        return document.intervals.contains {
            filter.certain
                ? wanted.lowerBound <= $0.lowerBound && $0.upperBound <= wanted.upperBound
                : $0.overlaps(wanted)
        }
    }

    func matches(_ node: QueryNode, _ entry: Entry) -> Bool {
        switch node {
        case .term(let term): !occurrences([term], entry).isEmpty
        case .phrase(let terms): !occurrences(terms, entry).isEmpty
        case .near(let terms, let distance): windows(terms, distance, entry) > 0
        case .prefix(let term):
            entry.words.contains {
                term.fields.contains($0.field)
                    && ($0.surface.starts(with: term.surface) || $0.stem.starts(with: term.surface))
            }
        case .filter(let filter, _): passes(filter, entry.document)
        case .best(let alternatives): alternatives.contains { matches($0.node, entry) }
        case .all(let nodes): nodes.allSatisfy { matches($0, entry) }
        case .any(let nodes), .auto(let nodes): nodes.contains { matches($0, entry) }
        case .not(let node): !matches(node, entry)
        }
    }

    /// The fields where the words begin to stand one after the other.
    private func occurrences(_ terms: [QueryTerm], _ entry: Entry) -> [Int] {
        let words = entry.words
        return words.indices.filter { start in
            terms[0].fields.contains(words[start].field)
                && terms.indices.allSatisfy { offset in
                    let index = start + offset
                    return index < words.count && words[index].position == words[start].position + offset
                        && terms[offset].stems.contains(words[index].stem)
                }
        }.map { words[$0].field }
    }

    /// The weights of the fields of windows from left to right that do not overlap.
    private func windows(_ terms: [QueryTerm], _ distance: Int, _ entry: Entry) -> Double {
        let terms = SearchPlan.distinct(terms)
        let distance = max(distance, terms.count - 1)
        var weight = 0.0
        var end = -1
        let words = entry.words
        for start in words.indices where words[start].position > end {
            guard terms.contains(where: { $0.stems.contains(words[start].stem) }) else { continue }
            let last = terms.map { term in
                words.first {
                    $0.position >= words[start].position && term.stems.contains($0.stem)
                }?.position ?? .max
            }.max()
            guard let last, last <= words[start].position + distance else { continue }
            end = last
            if terms[0].fields.contains(words[start].field) { weight += Self.weight(words[start].field) }
        }
        return weight
    }

    private func idf(_ count: Int, _ factor: Double = 1) -> Double {
        let count = min(count, entries.count)
        return factor * log(1 + (Double(entries.count - count) + 0.5) / (Double(count) + 0.5))
    }

    private func stemCount(_ term: QueryTerm) -> Int {
        term.stems.reduce(0) { $0 + stemCounts[$1, default: 0] }
    }

    private func saturated(_ frequency: Double, _ entry: Entry) -> Double {
        frequency / (frequency + 1.2 * (0.25 + 0.75 * entry.length / average))
    }

    /// In how many documents a node is taken to be.
    private func count(_ node: QueryNode) -> Int {
        switch node {
        case .term(let term): stemCount(term)
        case .phrase(let terms), .near(let terms, _): terms.map(stemCount).min() ?? 0
        case .prefix: entries.count { matches(node, $0) }
        default: 0
        }
    }

    /// `shared` and `factor` are those of the choice that the node is an alternative of.
    func score(_ node: QueryNode, _ entry: Entry, shared: Int? = nil, factor: Double = 1) -> Double {
        switch node {
        case .term(let term) where term.fields == .any:
            return word(term, entry, shared: shared, factor: factor)
        case .term(let term):
            let weight = occurrences([term], entry).reduce(0.0) { $0 + Self.weight($1) }
            return weight == 0 ? 0 : idf(shared ?? stemCount(term), factor) * saturated(weight, entry)
        case .phrase(let terms):
            let weight = occurrences(terms, entry).reduce(0.0) { $0 + Self.weight($1) }
            let rarity =
                shared.map { idf($0, factor) } ?? terms.reduce(0.0) { $0 + idf(stemCount($1), factor) }
            return weight == 0 ? 0 : rarity * saturated(weight, entry)
        case .near(let terms, let distance):
            let weight = windows(terms, distance, entry)
            let rarity =
                shared.map { idf($0, factor) }
                ?? SearchPlan.distinct(terms).reduce(0.0) { $0 + idf(stemCount($1), factor) }
            return weight == 0 ? 0 : rarity * saturated(weight, entry)
        case .prefix:
            return matches(node, entry) ? idf(shared ?? count(node), factor) * saturated(1, entry) : 0
        case .best(let alternatives):
            let shared = alternatives.reduce(0) { max($0, count($1.node)) }
            return alternatives.map {
                score($0.node, entry, shared: shared, factor: Double($0.weight))
            }.max() ?? 0
        case .all(let nodes), .any(let nodes), .auto(let nodes):
            return nodes.reduce(0.0) { $0 + score($1, entry) }
        case .not, .filter: return 0
        }
    }

    private func word(_ term: QueryTerm, _ entry: Entry, shared: Int?, factor: Double) -> Double {
        var sum = 0.0
        let idf = idf(shared ?? stemCount(term), factor)
        for stem in term.stems {
            let frequency = entry.words.filter { $0.stem == stem }.reduce(0.0) { $0 + Self.weight($1.field) }
            if frequency > 0 { sum += idf * saturated(frequency, entry) }
        }
        let frequency = entry.words.filter { $0.surface == term.surface }.reduce(0.0) {
            $0 + Self.weight($1.field)
        }
        guard sum > 0, frequency > 0 else { return sum }
        let count = entries.count { $0.words.contains { $0.surface == term.surface } }
        return sum + self.idf(max(count, shared ?? 0), 0.3 * factor) * saturated(frequency, entry)
    }
}
