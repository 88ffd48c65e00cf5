import SearchIndex
import Testing
import TextAnalysis

@Suite struct MatchTests {
    let folder = TemporaryFolder()
    let index: SearchIndex

    init() throws {
        index = try SearchIndex(folder: folder.path, schema: schema, access: .readWrite)
        try index.apply(
            adding: [
                document(1, "زار الوزير السفارة في باكو", sources: ["bbc"], intervals: [100...200]),
                document(
                    2, "قالت سفارتها إن الزيارة تمت", sources: ["cnn"], entities: ["aze"],
                    intervals: [150...150]),
                document(
                    3, "اجتمعوا بالسفارة في باكو", title: "اجتماع", sources: ["bbc"],
                    entities: ["aze", "isr"]),
                document(4, "تسنيم نقلت الخبر", sources: ["irna"], intervals: [Int32.min...0]),
                document(5, "خبرگزاری تسنیم گزارش داد", language: .persian, intervals: [300...Int32.max]),
                document(6, "The embassy in Baku was opened", language: .english),
                document(7, "في باكو زار", title: "الوزير"),
            ], sequence: 1)
    }

    @Test(
        arguments: [
            ("سفارة", [1, 2, 3]), ("السفارة", [1, 2, 3]), ("تسنیم", [4, 5]), ("تسنيم", [4, 5]),
            ("embassies", [6]), ("EMBASSY", [6]), ("\"في باكو\"", [1, 3, 7]), ("“السفارة في باكو”", [1, 3]),
            ("«باكو في»", []), ("سفار*", [1, 2, 3]), ("ba*", [6]), ("باكو -سفارة", [7]),
            ("-باكو", [2, 4, 5, 6]),
            ("خبر OR embassy", [4, 6]), ("(سفارة باكو) OR baku", [1, 3, 6]), ("باكو -\"في باكو\"", []),
            ("-(باكو OR تسنيم)", [2, 6]), ("\"الوزير في\"", []), ("غائب", []), ("\"باكو غائب\"", []),
            ("غائب*", []),
        ] as [(String, [Int64])])
    func `documents that match are found`(query: String, expected: [Int64]) throws {
        #expect(try index.keys(query) == expected)
        try index.seal()
        #expect(try index.keys(query) == expected)
    }

    @Test(
        arguments: [
            (SearchFilter(clauses: [.init(field: 0, values: ["bbc"])]), [1, 3]),
            (SearchFilter(clauses: [.init(field: 0, values: ["bbc", "cnn"])]), [1, 2, 3]),
            (
                SearchFilter(clauses: [.init(field: 0, values: ["bbc"]), .init(field: 1, values: ["aze"])]),
                [3]
            ),
            (SearchFilter(clauses: [.init(field: 1, values: ["aze"], negated: true)]), [1, 4, 5, 6, 7]),
            (SearchFilter(clauses: [.init(field: 0, values: ["aze"])]), []),
            (SearchFilter(clauses: [.init(field: 9, values: ["bbc"])]), []),
            (SearchFilter(interval: 160...170), [1]),
            (SearchFilter(interval: 0...150), [1, 2, 4]),
            (SearchFilter(interval: 0...250, certain: true), [1, 2]),
            (SearchFilter(interval: 120...250, certain: true), [2]),
            (SearchFilter(interval: 1_000_000...1_000_001), [5]),
            (SearchFilter(interval: Int32.min...Int32.max, certain: true), [1, 2, 4, 5]),
        ] as [(SearchFilter, [Int64])])
    func `filters keep what passes all clauses`(filter: SearchFilter, expected: [Int64]) throws {
        #expect(try index.keys("-غائب", filter: filter) == expected)
        try index.seal()
        #expect(try index.keys("-غائب", filter: filter) == expected)
    }

    @Test func `a phrase does not reach from one text into the next`() throws {
        #expect(try index.keys("\"الوزير في\"") == [])
        #expect(try index.keys("الوزير في", .and) == [1, 7])
    }

    @Test func `a prefix finds as many as its words`() throws {
        try index.apply(
            adding: (0..<3000).map { document(100 + $0, "كلمة\($0) abc\($0 % 1500)x") }, sequence: 2)
        #expect(try index.all("abc*").total == 2048)
        #expect(try index.all("abc1*").total == 2 * (1 + 10 + 100 + 500))
    }
}
