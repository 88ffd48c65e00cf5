import SearchIndex
import TestSupport
import TextAnalysis

let schema = IndexSchema(
    textFields: [.init(name: "title", weight: 2), .init(name: "body", weight: 1)],
    keywordFields: ["source", "entity"])

/// A document with one text, in the body.
func document(
    _ key: Int64, _ body: String, title: String? = nil, language: Language = .arabic,
    sources: [String] = [], entities: [String] = [], intervals: [ClosedRange<Int32>] = []
) -> IndexDocument {
    var texts: [IndexDocument.Text] = []
    if let title { texts.append(.init(field: 0, bytes: Array(title.utf8), language: language)) }
    texts.append(.init(field: 1, bytes: Array(body.utf8), language: language))
    return IndexDocument(
        key: key, texts: texts,
        keywords: sources.map { .init(field: 0, value: $0) } + entities.map { .init(field: 1, value: $0) },
        intervals: intervals)
}

let vocabulary = """
    السفارة سفارة قنصلية بالسفارة أذربيجان باكو وزير الوزراء حكومة الحكومة اتفاق اتفاقية اتفاقيات نفط النفط أسعار ارتفاع \
    تعيين خبير عسكري العلاقات الدبلوماسية علاقات بين جمهورية إسرائيل وقعت مدينة المدينة مدن قال في من على running runs \
    embassy treaty oil 1992 2016
    """.split(separator: " ").map(String.init)

/// Some words, the first of the vocabulary more often.
func randomText(_ words: Int, using generator: inout SeededGenerator) -> String {
    (0..<words).map { _ in
        let first = Int.random(in: 0..<vocabulary.count, using: &generator)
        return vocabulary[Bool.random(using: &generator) ? first : first / 4]
    }.joined(separator: " ")
}

func randomDocuments(_ keys: Range<Int64>, seed: UInt64) -> [IndexDocument] {
    var generator = SeededGenerator(seed: seed)
    return keys.map { key in
        let start = Int32.random(in: 0..<20000, using: &generator)
        return document(
            key, randomText(Int.random(in: 3...25, using: &generator), using: &generator),
            title: randomText(Int.random(in: 1...4, using: &generator), using: &generator),
            sources: ["s\(Int.random(in: 0..<4, using: &generator))"],
            entities: (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
                "e\(Int.random(in: 0..<9, using: &generator))"
            },
            intervals: Bool.random(using: &generator) ? [start...start + 365] : [])
    }
}

extension SearchIndex {
    /// All hits of a query, page by page of one when `pageSize` is 1.
    func all(
        _ text: String, _ combination: QueryParser.Operator = .auto, filter: SearchFilter = SearchFilter()
    ) throws -> SearchResult {
        snapshot().search(
            try QueryParser().parse(text, operator: combination), filter: filter, limit: 100_000)
    }

    func keys(
        _ text: String, _ combination: QueryParser.Operator = .auto, filter: SearchFilter = SearchFilter()
    ) throws -> [Int64] {
        try all(text, combination, filter: filter).hits.map(\.key).sorted()
    }
}
