import Articles
import TestSupport
import Testing

@testable import ArticleStore

/// What is named together is counted as one would by hand.
struct CooccurrenceTests {
    fileprivate static let names = (0..<12).map { index in
        NamedSamples.entity("n_\(index)", "اسم\(index)", kind: index % 3 == 0 ? .place : .person)
    }

    fileprivate typealias Blocks = [[[Int]]]

    /// Articles of random names, the same in every run.
    fileprivate static func corpus(_ count: Int) -> [Blocks] {
        var random = SeededGenerator(seed: 3)
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    (0..<Int.random(in: 0...4, using: &random)).map { _ in
                        Int.random(in: 0..<12, using: &random) % Int.random(in: 1...12, using: &random)
                    }
                }
            }
        }
    }

    fileprivate static func sample(_ blocks: Blocks, _ number: Int) -> (
        article: Article, annotations: Annotations
    ) {
        NamedSamples.article(
            blocks.map { $0.map { $0.map { names[$0] } } }, number: number,
            metadata: ArticleMetadata(source: number % 2 == 0 ? "أ" : "ب"))
    }

    fileprivate static func units(_ corpus: [Blocks], _ unit: TextUnit) -> [Set<Int>] {
        let all: [Set<Int>] =
            switch unit {
            case .sentence: corpus.flatMap { $0.flatMap { $0.map(Set.init) } }
            case .block: corpus.flatMap { $0.map { Set($0.joined()) } }
            case .article: corpus.map { Set($0.joined().joined()) }
            }
        return all.filter { !$0.isEmpty }
    }

    fileprivate struct Counted: Hashable {
        var id: String
        var association: Association
    }

    fileprivate static func expected(_ units: [Set<Int>], around name: Int) -> [Counted] {
        let own = units.filter { $0.contains(name) }
        return names.indices.filter { other in other != name && own.contains { $0.contains(other) } }.map {
            other in
            Counted(
                id: names[other].id,
                association: Association(
                    both: own.count { $0.contains(other) }, left: own.count,
                    right: units.count { $0.contains(other) }, total: units.count))
        }
    }

    @Test(arguments: TextUnit.allCases)
    func `counts and marginals are those of the articles`(unit: TextUnit) throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        var corpus = Self.corpus(120)
        let added = try store.insert(corpus.enumerated().map { Self.sample($1, $0) })
        try compare(store, corpus, unit)
        for index in stride(from: 0, to: 120, by: 3) {
            _ = try store.delete(added[index].id)
            corpus[index] = []
        }
        try compare(store, corpus, unit)
        #expect(try store.check() == [])
    }

    private func compare(_ store: ArticleStore, _ corpus: [Blocks], _ unit: TextUnit) throws {
        for measure in Association.Measure.allCases {
            for name in 0..<12 {
                for source in [nil, "أ"] {
                    let some =
                        source == nil
                        ? corpus : corpus.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
                    let units = Self.units(some, unit)
                    var query = ArticleStore.CooccurrenceQuery(unit: unit, measure: measure)
                    query.criteria.sources = source.map { [Criteria.Clause([$0])] } ?? []
                    let found = try store.cooccurrences(of: "n_\(name)", query, limit: 50, after: nil)
                    guard let found else {
                        #expect(Self.units(corpus, .article).allSatisfy { !$0.contains(name) })
                        continue
                    }
                    let items = found.page.items
                    let expected = Self.expected(units, around: name)
                    #expect(
                        Set(items.map { Counted(id: $0.entity.entity.id, association: $0.association) })
                            == Set(expected))
                    let values = items.map { $0.association.value(measure) }
                    #expect(values == values.sorted(by: >))
                    #expect(found.own == units.count { $0.contains(name) } && found.total == units.count)
                    let few = try store.cooccurrences(of: "n_\(name)", query, limit: 2, after: nil)
                    #expect(few?.page.items == Array(items.prefix(2)))
                    #expect(few?.page.total == items.count)
                }
            }
        }
    }

    @Test func `pages follow each other, and kinds and counts can be asked for`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert(Self.corpus(80).enumerated().map { Self.sample($1, $0) })
        var query = ArticleStore.CooccurrenceQuery(unit: .article, measure: .chiSquare)
        let all = try #require(try store.cooccurrences(of: "n_1", query, limit: 50, after: nil)).page
        var position: PagePosition?
        var paged: [ArticleStore.Cooccurrence] = []
        repeat {
            let part = try #require(try store.cooccurrences(of: "n_1", query, limit: 3, after: position)).page
            paged += part.items
            position = part.next
        } while position != nil
        #expect(paged == all.items)
        query.kinds = [.place]
        query.minimumCount = 5
        let places = try #require(try store.cooccurrences(of: "n_1", query, limit: 50, after: nil)).page
        #expect(!places.items.isEmpty)
        #expect(
            places.items == all.items.filter { $0.entity.entity.kind == .place && $0.association.both >= 5 })
        #expect(places.total == places.items.count)
        #expect(try store.cooccurrences(of: "n_none", query, limit: 5, after: nil) == nil)
    }

    @Test func `an association is measured as the books have it`() {
        // Both 10, left 20, right 40, total 100.
        let one = Association(both: 10, left: 20, right: 40, total: 100)
        #expect(one.expected == 8)
        #expect(abs(one.mutualInformation - 0.321_928_094_887) < 1e-9)
        // Sum of (observed - expected)² / expected over the four cells: 10/8, 10/12, 30/32, 50/48.
        #expect(abs(one.chiSquare - (4.0 / 8 + 4.0 / 12 + 4.0 / 32 + 4.0 / 48)) < 1e-9)
        #expect(Association(both: 5, left: 20, right: 40, total: 100).chiSquare < 0)
        #expect(Association(both: 7, left: 7, right: 7, total: 7).chiSquare == 0)
        #expect(Association(both: 0, left: 0, right: 0, total: 0).mutualInformation == 0)
    }
}

extension CooccurrenceTests {
    @Test(arguments: TextUnit.allCases)
    func `the graph has the pairs of all`(unit: TextUnit) throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let corpus = Self.corpus(100)
        _ = try store.insert(corpus.enumerated().map { Self.sample($1, $0) })
        let units = Self.units(corpus, unit)
        for measure in Association.Measure.allCases {
            let query = ArticleStore.GraphQuery(
                unit: unit, measure: measure, minimumWeight: measure == .count ? 2 : 0.5, limit: 1000)
            let graph = try store.graph(query)
            var pairs: [Set<String>: Association] = [:]
            for edge in graph.edges { pairs[[edge.source, edge.target]] = edge.association }
            var expected: [Set<String>: Int] = [:]
            for name in Self.names.indices {
                for other in Self.expected(units, around: name)
                where other.association.value(measure) >= query.minimumWeight {
                    expected[[Self.names[name].id, other.id]] = other.association.both
                }
            }
            #expect(pairs.mapValues(\.both) == expected && graph.edges.count == expected.count)
            #expect(Set(graph.nodes.map(\.entity.entity.id)) == Set(expected.keys.joined()))
            for node in graph.nodes {
                #expect(
                    node.count == units.count { $0.contains { Self.names[$0].id == node.entity.entity.id } })
            }
            let weights = graph.edges.map { $0.association.value(measure) }
            #expect(weights == weights.sorted(by: >))
            var few = query
            few.limit = 4
            let best = try store.graph(few)
            #expect(best.edges == Array(graph.edges.prefix(4)))
            #expect(best.omittedEdges == graph.edges.count - best.edges.count)
        }
    }

    @Test func `edges meet every clause`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        _ = try store.insert(Self.corpus(100).enumerated().map { Self.sample($1, $0) })
        var query = ArticleStore.GraphQuery(unit: .article, measure: .count, limit: 1000)
        let all = try store.graph(query).edges
        query.entities = [Criteria.Clause(["n_1", "n_2"]), Criteria.Clause(["n_0"], negated: true)]
        func ends(_ edge: ArticleStore.Graph.Edge) -> Set<String> { [edge.source, edge.target] }
        #expect(
            try store.graph(query).edges
                == all.filter { !ends($0).isDisjoint(with: ["n_1", "n_2"]) && !ends($0).contains("n_0") })
        query.entities = [Criteria.Clause(["n_1"]), Criteria.Clause(["n_3"])]
        #expect(try store.graph(query).edges.map(ends) == [["n_1", "n_3"]])
        query.entities = []
        query.kinds = [.place]
        let places: Set = ["n_0", "n_3", "n_6", "n_9"]
        #expect(try store.graph(query).edges == all.filter { ends($0).isSubset(of: places) })
        query.entities = [Criteria.Clause(["nobody"])]
        #expect(try store.graph(query).edges.isEmpty)
    }

    @Test func `a list of very many names has no pairs`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let many = (0..<300).map { NamedSamples.entity("n_many\($0)", "كثير\($0)") }
        _ = try store.insert([NamedSamples.article([[many], [Array(many.prefix(3))]], number: 1)])
        let query = ArticleStore.GraphQuery(unit: .block, measure: .count, limit: 1000)
        let graph = try store.graph(query)
        #expect(graph.edges.count == 3 && graph.omittedUnits == 1 && graph.total == 2)
        #expect(try store.check() == [])
    }
}
