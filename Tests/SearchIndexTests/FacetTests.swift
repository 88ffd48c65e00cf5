import TestSupport
import Testing

@testable import SearchIndex

@Suite struct FacetTests {
    let folder = TemporaryFolder()

    private func expected(
        _ documents: [IndexDocument], _ values: (IndexDocument) -> Set<String>
    ) -> [Facet.Count] {
        var counts: [String: Int] = [:]
        for document in documents { for value in values(document) { counts[value, default: 0] += 1 } }
        return counts.map { Facet.Count(value: $0.key, count: $0.value) }.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value
        }
    }

    @Test func `counts are exact over all that matches`() throws {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        let documents = randomDocuments(0..<900, seed: 2)
        try index.apply(adding: Array(documents[..<500]), sequence: 1)
        try index.seal()
        try index.apply(adding: Array(documents[500...]), sequence: 2)
        try index.apply(adding: [], removing: [0, 1, 2, 600], sequence: 3)
        let gone: Set<Int64> = [0, 1, 2, 600]
        let reference = NodeReference(documents)
        for text in ["نفط", "السفارة OR باكو", "-نفط"] {
            let query = try QueryParser().parse(text)
            for filter in [SearchFilter(), SearchFilter(clauses: [.init(field: 0, values: ["s1", "s2"])])] {
                let keys = Set(reference.keys(query.root, filter)).subtracting(gone)
                let all = Set(reference.keys(query.root)).subtracting(gone)
                let found = documents.filter { keys.contains($0.key) }
                let facets = index.snapshot().facets(
                    query, filter: filter,
                    [
                        FacetRequest(.keywords(field: 1), limit: 100),
                        FacetRequest(.keywords(field: 0), limit: 100, ignoresOwnFilter: true),
                        FacetRequest(.years, limit: 1000), FacetRequest(.keywords(field: 1), limit: 2),
                        FacetRequest(.months, limit: 1),
                    ])
                func keywords(_ field: Int, _ document: IndexDocument) -> Set<String> {
                    Set(document.keywords.filter { $0.field == field }.map(\.value))
                }
                let entities = expected(found) { keywords(1, $0) }
                #expect(facets[0] == Facet(counts: entities, hasMore: false))
                let sources = expected(documents.filter { all.contains($0.key) }) { keywords(0, $0) }
                #expect(facets[1].counts == sources)
                #expect(facets[2].counts == expected(found, years))
                #expect(facets[3] == Facet(counts: Array(entities.prefix(2)), hasMore: true))
                #expect(facets[4].counts.count == 1 && facets[4].hasMore)
                for year in facets[2].counts.prefix(5) {
                    let number = try #require(Int(year.value))
                    var filter = filter
                    filter.interval = day(year: number)...day(year: number + 1) - 1
                    #expect(index.snapshot().search(query, filter: filter, limit: 0).total == year.count)
                }
            }
        }
    }

    @Test func `frequent values are found among many rare ones`() throws {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        var documents: [IndexDocument] = []
        for key in Int64(0)..<6000 {
            var entities = ["e\(key)", "f\(key % 1500)"]
            if key % 3 == 0 { entities.append("third") }
            if key % 700 == 0 { entities.append("seldom") }
            documents.append(document(key, key % 2 == 0 ? "نفط" : "ذهب", entities: entities))
        }
        try index.apply(adding: Array(documents[..<4000]), sequence: 1)
        try index.apply(adding: Array(documents[4000...]), sequence: 2)
        for (text, isEven) in [("نفط", 0), ("ذهب", 1)] {
            let found = documents.filter { $0.key % 2 == isEven }
            let all = expected(found) { Set($0.keywords.map(\.value)) }
            for limit in [1, 2, 3, 20, 5000] {
                let facet = index.snapshot().facets(
                    try QueryParser().parse(text), [FacetRequest(.keywords(field: 1), limit: limit)])[0]
                #expect(facet == Facet(counts: Array(all.prefix(limit)), hasMore: all.count > limit))
            }
        }
    }

    private func years(_ document: IndexDocument) -> Set<String> {
        Set(
            document.intervals.flatMap { interval in
                (1900...2100).filter { year in
                    interval.overlaps(day(year: year)...day(year: year + 1) - 1)
                }.map(String.init)
            })
    }

    /// The day number of January 1 by counting leap years, from 1970 on.
    private func day(year: Int) -> Int32 {
        let days = (min(year, 1970)..<max(year, 1970)).reduce(0) {
            $0 + ($1 % 4 == 0 && ($1 % 100 != 0 || $1 % 400 == 0) ? 366 : 365)
        }
        return Int32(year < 1970 ? -days : days)
    }

    @Test(
        arguments: [
            (0, "1970-01", "1970"), (-1, "1969-12", "1969"), (11016, "2000-02", "2000"),
            (11017, "2000-03", "2000"), (-719_528, "0000-01", "0000"), (-719_529, "-0001-12", "-0001"),
            (8096, "1992-03", "1992"),
        ] as [(Int32, String, String)]) func `days have their months`(day: Int32, month: String, year: String)
    {
        let number = CalendarMonth.number(ofDay: day)
        #expect(CalendarMonth.written(month: number) == month)
        #expect(CalendarMonth.written(year: CalendarMonth.year(ofMonth: number)) == year)
    }

    @Test func `open intervals count at their closed end`() throws {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(
            adding: [
                document(1, "نفط", intervals: [Int32.min...10]),
                document(2, "نفط", intervals: [400...Int32.max, 401...402]),
                document(3, "نفط", intervals: [Int32.min...Int32.max]),
                document(4, "نفط", intervals: [Int32.min + 1...Int32.max - 1]),
            ], sequence: 1)
        let query = try QueryParser().parse("نفط")
        let facet = index.snapshot().facets(query, [FacetRequest(.years, limit: 2)])[0]
        #expect(
            facet.counts == [Facet.Count(value: "1970", count: 2), Facet.Count(value: "1971", count: 2)])
        #expect(facet.hasMore)
        let all = index.snapshot().facets(query, [FacetRequest(.years, limit: 100_000)])[0]
        #expect(all.counts.count == 19999 && !all.hasMore)
    }

    @Test func `words are found by their beginning`() throws {
        let index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        let words = (0..<500).map { "كلمة\($0)" }
        let texts = (0..<500).map { words[$0...min($0 + $0 % 3, 499)] }
        try index.apply(
            adding: texts.enumerated().map { document(Int64($0), $1.joined(separator: " ")) }, sequence: 1)
        try index.apply(adding: [document(900, "كلمة77 باكو")], sequence: 2)
        let snapshot = index.snapshot()
        var counts: [String: Int] = ["كلمه77": 1]
        for word in texts.joined() where word.hasPrefix("كلمة7") {
            counts[word.replacing("ة", with: "ه"), default: 0] += 1
        }
        #expect(counts.count == 11)
        for (word, count) in counts { #expect(snapshot.documentCount(ofWord: word) == count) }
        let expected = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        let found = snapshot.words(startingWith: "كلمه7", limit: 5)
        #expect(found.map(\.text) == expected.prefix(5).map(\.key))
        #expect(found.map(\.documentCount) == expected.prefix(5).map(\.value))
        #expect(snapshot.words(startingWith: "لا يوجد", limit: 5).isEmpty)
    }
}
