import TestSupport
import Testing

@testable import SearchIndex

/// Random queries of all kinds against their definition.
@Suite struct NodeTests {
    /// Makes random queries.
    struct Maker {
        var generator: SeededGenerator

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

        mutating func term(fields: QueryTerm.Fields = .any) -> QueryTerm {
            let word = vocabulary[number(0...vocabulary.count - 1)]
            var term = QueryAnalysis().terms(of: Array(word.utf8))[0]
            term.fields = fields
            return term
        }

        mutating func terms(_ count: ClosedRange<Int>) -> [QueryTerm] {
            let fields = fields()
            return (0..<number(count)).map { _ in term(fields: fields) }
        }

        mutating func fields() -> QueryTerm.Fields {
            [QueryTerm.Fields.any, .any, .title, .body][number(0...3)]
        }

        mutating func prefix() -> QueryNode {
            var term = term(fields: fields())
            let text = String(term.folded.prefix(number(2...4)))
            term.surface = Array(text.utf8)
            term.folded = text
            return .prefix(term)
        }

        mutating func leaf() -> QueryNode {
            switch number(0...4) {
            case 0: .phrase(terms(2...2))
            case 1: .near(terms(2...3), distance: number(1...9))
            case 2: prefix()
            default: .term(term(fields: fields()))
            }
        }

        mutating func filter() -> SearchFilter {
            let first = Int32(number(0...20000))
            switch number(0...2) {
            case 0: return SearchFilter(clauses: [.init(field: 0, values: ["s\(number(0...3))"])])
            case 1:
                let values = ["e\(number(0...8))", "e\(number(0...8))"]
                return SearchFilter(clauses: [.init(field: 1, values: values, negated: number(0...3) == 0)])
            default: return SearchFilter(interval: first...first + 4000, certain: number(0...1) == 0)
            }
        }

        mutating func node(depth: Int) -> QueryNode {
            switch number(0...9) {
            case 0 where depth > 0: .all((0...number(0...1)).map { _ in node(depth: depth - 1) })
            case 1 where depth > 0, 2 where depth > 0:
                .any((0...number(1...2)).map { _ in node(depth: depth - 1) })
            case 3 where depth > 0: .all([node(depth: depth - 1), .not(node(depth: depth - 1))])
            case 4: .filter(filter(), written: "filter")
            case 5, 6:
                .best(
                    (0...number(1...2)).map { number in
                        QueryNode.Alternative(node: leaf(), weight: number == 0 ? 1 : 0.75)
                    })
            default: leaf()
            }
        }
    }

    private func query(_ node: QueryNode) -> Query { Query(text: "", root: node, terms: []) }

    @Test(arguments: 0..<4)
    func `queries find and score what they say`(seed: Int) throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        let documents = randomDocuments(0..<220, seed: UInt64(seed))
        for start in stride(from: 0, to: 220, by: 55) {
            try index.apply(adding: Array(documents[start..<start + 55]), sequence: Int64(start))
            if seed % 2 == 0 { try index.seal() }
        }
        let reference = NodeReference(documents)
        var maker = Maker(generator: SeededGenerator(seed: UInt64(seed + 100)))
        for _ in 0..<100 {
            let node = maker.node(depth: 2)
            let filter = maker.number(0...2) == 0 ? maker.filter() : SearchFilter()
            let result = index.snapshot().search(query(node), filter: filter, limit: 1000)
            #expect(result.hits.map(\.key).sorted() == reference.keys(node, filter), "\(node)")
            #expect(result.total == result.hits.count && !result.isPartial)
            for hit in result.hits {
                let expected = reference.score(node, reference.entries[Int(hit.key)])
                #expect(abs(Double(hit.score) - expected) < 0.02 * expected + 0.01, "\(node)")
            }
            let few = index.snapshot().search(query(node), filter: filter, limit: 7)
            #expect(few.hits == Array(result.hits.prefix(7)) && few.total == result.total)
        }
    }

    @Test func `an explanation adds up to the score`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<150, seed: 9), sequence: 1)
        try index.seal()
        var maker = Maker(generator: SeededGenerator(seed: 10))
        for _ in 0..<40 {
            let node: QueryNode =
                maker.number(0...2) == 0 ? .auto([maker.leaf(), maker.leaf()]) : maker.node(depth: 2)
            let found = index.snapshot().search(query(node), limit: 300)
            let scores = Dictionary(found.hits.map { ($0.key, $0.score) }) { first, _ in first }
            for key in Int64(0)..<150 {
                let explanation = index.snapshot().explain(key, query(node))
                #expect(explanation?.score == scores[key])
                guard let explanation else { continue }
                let sum = explanation.terms.reduce(explanation.bonus) { $0 + ($1.isCounted ? $1.score : 0) }
                #expect(abs(sum - explanation.score) < 0.001)
            }
        }
    }

    @Test func `an explanation says what is in the document`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(
            adding: [
                document(1, "نفط ونفط في باكو", title: "النفط"), document(2, "ذهب"), document(3, "نفط"),
            ], sequence: 1)
        let explanation = try #require(
            index.snapshot().explain(1, try QueryParser().parse("نفط \"في باكو\"", operator: .or)))
        #expect(explanation.terms.map(\.kind) == [.stem, .surface, .words])
        #expect(explanation.terms.map(\.frequencies) == [[1, 2], [], [0, 1]])
        #expect(explanation.terms.map(\.documentCount) == [2, 2, 1])
        #expect(explanation.terms[0].idf == (Float(UInt32(4096 * 0.4700036)) / 4096))
        #expect(index.snapshot().explain(2, try QueryParser().parse("نفط")) == nil)
        #expect(index.snapshot().explain(9, try QueryParser().parse("نفط")) == nil)
    }

    @Test func `a search past its deadline is partial`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: randomDocuments(0..<100, seed: 1), sequence: 1)
        let query = try QueryParser().parse("نفط")
        let now = ContinuousClock.now
        let late = index.snapshot().search(query, limit: 10, deadline: now)
        #expect(late.isPartial && late.total == 0)
        let early = index.snapshot().search(query, limit: 10, deadline: now + .seconds(60))
        #expect(early == index.snapshot().search(query, limit: 10) && early.total > 0)
    }

    @Test func `a key twice in one change can be replaced and removed`() throws {
        let folder = TemporaryFolder()
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(adding: [document(3, "نفط"), document(3, "ذهب"), document(4, "نفط")], sequence: 1)
        try index.apply(adding: [document(3, "فضة")], sequence: 2)
        #expect(index.snapshot().keys() == [3, 4])
        #expect(try index.keys("ذهب") == [])
        try index.apply(adding: [document(5, "نفط"), document(5, "ذهب")], sequence: 3)
        try index.apply(adding: [], removing: [5], sequence: 4)
        #expect(index.snapshot().keys() == [3, 4])
    }
}
