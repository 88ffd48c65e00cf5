import Articles
import Foundation
import Testing
import TextAnalysis

struct ArticleParserTests {
    func parse(_ text: String, title: String? = nil) throws -> Article {
        try ArticleParser().parse(Array(text.utf8), metadata: ArticleMetadata(title: title))
    }

    func kinds(_ text: String) throws -> [Block.Kind] {
        try parse(text).blocks.map(\.kind)
    }

    @Test(arguments: ["", " \n\t", "…!؟", "\u{FEFF}", "<>"]) func `a text without a word is no article`(
        _ text: String
    ) {
        #expect(throws: ArticleParsingError.empty) { try parse(text) }
    }

    @Test(
        arguments: [
            ([0x61, 0xff], 1), ([0xd8], 0), ([0x61, 0xed, 0xa0, 0x80], 1), ([0xc3, 0xa9, 0xc0, 0x80], 2),
            ([0xf4, 0x90, 0x80, 0x80], 0),
        ] as [([UInt8], Int)])
    func `bytes that are no UTF-8 are told by their offset`(_ bytes: [UInt8], _ offset: Int) {
        #expect(throws: ArticleParsingError.invalidUTF8(offset: offset)) { try ArticleParser().parse(bytes) }
    }

    @Test func `a text over the limit is refused and one at it is not`() throws {
        let limit = ArticleParser.maximumTextBytes
        #expect(throws: ArticleParsingError.tooLarge(limit: limit)) {
            try ArticleParser().parse([UInt8](repeating: 0x61, count: limit + 1))
        }
        #expect(try ArticleParser().parse([UInt8](repeating: 0x61, count: limit)).text.count == limit)
    }

    @Test func `title, headings, lists and attribution are told apart`() throws {
        let text = """
            افتتاح متحف في القاهرة
            قالت وكالة المثال إن المتحف افتتح يوم الأحد في القاهرة بحضور مسؤولين.
            مراحل البناء
            بدأ العمل في الموقع قبل سنوات طويلة، ثم توقف زمنا غير قصير بعد ذلك. أهم المراحل:
            2002: وضع حجر الأساس
            مارس 2005: بدء البناء
            - افتتاح القاعة الأولى
            “هذا يوم كبير.”
            المصدر: وكالة المثال للأنباء
            """
        let article = try parse(text)
        #expect(
            article.blocks.map(\.kind) == [
                .title, .paragraph, .heading, .paragraph, .listItem, .listItem, .listItem, .quote,
                .attribution,
            ])
        #expect(article.blocks.map(\.ordinal) == [nil, nil, nil, nil, 1, 2, 3, nil, nil])
        #expect(article.blocks.map(\.section) == [nil, nil, nil, 2, 2, 2, 2, 2, nil])
        #expect(article.title == "افتتاح متحف في القاهرة")
        #expect(article.language == .arabic && article.direction == .rightToLeft)
        #expect(article.attributions.map { article.string($0.range) } == ["وكالة المثال للأنباء"])
    }

    @Test func `topics after a colon are a list when there is more than one`() throws {
        #expect(
            try kinds("مقدمة\nأمثلة على ذلك ما يلي:\nالنقل: بناء طرق جديدة.\nالتعليم: فتح مدارس.").suffix(2)
                == [.listItem, .listItem])
        #expect(try kinds("مقدمة\nوقال في كلمته:\nالنقل: بناء طرق جديدة.").last == .paragraph)
    }

    @Test(arguments: [
        ("Title\nOne sentence here.", true), ("A first sentence.\nAnother one.", false),
        ("Only a line", false),
        ("1992: a label\nText follows here.", false), ("The canal: a history\nIt was dug.", true),
    ])
    func `the first line is a title when it looks like one`(_ text: String, _ hasTitle: Bool) throws {
        #expect(try (parse(text).titleRange != nil) == hasTitle)
    }

    @Test func `a title given apart is found in the text or kept apart`() throws {
        #expect(try parse("عنوان\nنص.", title: "عنوان").titleRange == 0..<10)
        let apart = try parse("Other line\nText.", title: "عنوان")
        #expect(apart.titleRange == nil && apart.title == "عنوان")
    }

    @Test(arguments: [
        ("a /span> b", ["/span>"]), ("x <br/> y</p>", ["<br/>", "</p>"]),
        ("a&nbsp;b &#39;c&#39;", ["&nbsp;", "&#39;", "&#39;"]),
        ("br />", ["/>"]), ("a\u{0007}b\u{FFFD}", ["\u{0007}", "\u{FFFD}"]),
        ("<a href=\"x\">link", ["<a href=\"x\">"]),
        ("3 < 4 and 5 > 4", []), ("and/or x/y>", []), ("R&D; AT&T", []), ("km/h", []),
        ("https://example.org/p/", []),
    ])
    func `debris is reported`(_ text: String, _ debris: [String]) throws {
        let article = try parse(text)
        #expect(article.repairs.map { article.string($0.range) } == debris)
        let characters = ["&nbsp;": "\u{a0}", "&#39;": "'"]
        let clean = debris.reduce(text) { $0.replacingOccurrences(of: $1, with: characters[$1] ?? "") }
        #expect(String(decoding: article.cleanText, as: UTF8.self) == clean)
    }

    @Test func `debris at the ends is not part of a block`() throws {
        let article = try parse("قال الرئيس كلمته. /span>\n/p> وانتهى.\u{00A0}")
        #expect(article.blocks.map { article.string($0.range) } == ["قال الرئيس كلمته.", "وانتهى."])
    }

    @Test(arguments: [
        (
            "© | وقد قام مركز النور بترجمة هذا الخبر من مصدر وكالة المثال للأنباء |",
            ["translator مركز النور", "origin وكالة المثال للأنباء"]
        ),
        ("Source: Example News Agency", ["origin Example News Agency"]),
        ("Translated by Jane Doe", ["translator Jane Doe"]),
        ("منبع: خبرگزاری نمونه", ["origin خبرگزاری نمونه"]),
    ])
    func `credits in a closing line have roles`(_ line: String, _ expected: [String]) throws {
        let article = try parse("Title\nA paragraph of text.\n" + line)
        #expect(article.attributions.map { "\($0.role) \(article.string($0.range))" } == expected)
    }

    @Test func `a declared language wins`() throws {
        let article = try ArticleParser().parse(
            Array("عنوان".utf8), metadata: ArticleMetadata(language: .persian))
        #expect(article.language == .persian)
    }

    @Test func `ranges lie in the text, in order, on scalar boundaries`() throws {
        let pieces = [
            "أذربيجان", " ", "\n", "1992: ", "/span>", "&nbsp;", "a", "©", ":", "-", ".", "“", "”",
            "\u{FEFF}", "\u{0}",
            "المصدر: ", "ی", "😀", "\r\n", "<p>", "بحسب وكالة ", "بترجمة", "من مصدر ",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            guard let article = try? parse(text) else { continue }
            #expect(article.text == Array(text.utf8))
            var end = 0
            for block in article.blocks {
                #expect(!block.range.isEmpty && block.range.lowerBound >= end)
                end = block.range.upperBound
            }
            let ranges =
                article.blocks.map(\.range) + article.repairs.map(\.range) + article.attributions.map(\.range)
            for range in ranges {
                #expect(range.upperBound <= article.text.count && !range.isEmpty)
                #expect(String(validating: article.text[range], as: UTF8.self) != nil)
            }
        }
    }
}
