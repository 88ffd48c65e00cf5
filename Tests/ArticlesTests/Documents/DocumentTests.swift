import Testing
import TextAnalysis

@testable import Articles

struct DocumentTests {
    private func lines(_ item: Result<PageReader.Page, DocumentError>) throws -> [String] {
        let page = try item.get()
        return page.outline.lines.map { line in
            line.kind.rawValue + " " + String(decoding: page.text[line.range], as: UTF8.self)
        }
    }

    private func metadata(_ item: Result<PageReader.Page, DocumentError>) throws -> ArticleMetadata {
        try item.get().metadata
    }

    @Test func `RSS`() throws {
        let document = try ReadDocument.xml(Array(SampleDocuments.rss.utf8))
        #expect(document.format == .rss && document.items.count == 3)
        #expect(
            try lines(document.items[0]) == [
                "title افتتاح مكتبة في الموصل", "paragraph افتتحت مكتبة في الموصل عام 2021.", "list_item خبر",
            ])
        #expect(
            try metadata(document.items[0])
                == ArticleMetadata(
                    title: "افتتاح مكتبة في الموصل", url: "https://news.example/1", externalID: "id-1",
                    source: "وكالة المثال", publishedAt: 1_620_023_400, language: .arabic, tags: ["ثقافة"],
                    authors: ["ليلى كاتبة"]))
        #expect(try lines(document.items[1]) == ["title A & B", "paragraph Plain words & more."])
        let second = try metadata(document.items[1])
        #expect(second.url == "https://news.example/2" && second.authors == ["Jane Doe"])
        // The channel's language is not that of an item in another script.
        #expect(second.language == nil)
        #expect(document.items[2] == .failure(.missing(pointer: "/channel/item/2/description")))
    }

    @Test func `Atom`() throws {
        let document = try ReadDocument.xml(Array(SampleDocuments.atom.utf8))
        #expect(document.format == .atom && document.items.count == 2)
        #expect(
            try lines(document.items[0]) == [
                "title گشایش کتابخانه", "paragraph کتابخانه گشایش یافت.", "quote روز خوبی بود.",
            ])
        #expect(
            try metadata(document.items[0])
                == ArticleMetadata(
                    title: "گشایش کتابخانه", url: "https://x.example/1", externalID: "urn:1", source: "نمونه",
                    publishedAt: 1_668_925_800, language: .persian, tags: ["فرهنگ"], authors: ["Feed Author"],
                    modifiedAt: 1_668_988_800))
        #expect(try lines(document.items[1]) == ["title Second", "paragraph Only a summary."])
        let second = try metadata(document.items[1])
        #expect(second.authors == ["Jane Doe"] && second.language == .english)
    }

    @Test func `JSON Feed`() throws {
        let document = try ReadDocument.json(Array(SampleDocuments.jsonFeed.utf8))
        #expect(document.format == .jsonFeed && document.items.count == 3)
        #expect(try lines(document.items[0]) == ["title First", "heading Part", "paragraph Text & more."])
        #expect(
            try metadata(document.items[0])
                == ArticleMetadata(
                    title: "First", url: "https://x.example/1", externalID: "1", source: "Example",
                    publishedAt: 1_580_811_300, language: .english, tags: ["a", "b"], authors: ["The Desk"]))
        #expect(try lines(document.items[1]) == ["paragraph Line one.", "paragraph Line two."])
        #expect(document.items[2] == .failure(.missing(pointer: "/items/2/content_html")))
    }

    @Test func `ninjs of both versions`() throws {
        let second = try ReadDocument.json(Array(SampleDocuments.ninjs2.utf8))
        #expect(second.format == .ninjs && second.items.count == 1)
        #expect(
            try lines(second.items[0]) == [
                "title افتتاح جسر", "paragraph افتتح الجسر.", "paragraph وانتهى العمل.",
            ])
        #expect(
            try metadata(second.items[0])
                == ArticleMetadata(
                    title: "افتتاح جسر", url: "https://agency.example/n/1",
                    externalID: "https://agency.example/n/1",
                    source: "وكالة المثال", publishedAt: 1_677_664_800, language: .arabic, tags: ["جسور"],
                    authors: ["ليلى كاتبة"], modifiedAt: 1_677_751_200))
        let third = try ReadDocument.json(Array(SampleDocuments.ninjs3.utf8))
        #expect(try lines(third.items[0]) == ["title A bridge opens", "paragraph It opened on Monday."])
        #expect(try metadata(third.items[0]).source == "Example Agency")
        #expect(try metadata(third.items[0]).publishedAt == 1_704_067_200)
        let picture = #"{"uri":"https://a.example/p","type":"picture","headlines":[],"renditions":[]}"#
        #expect(try ReadDocument.json(Array(picture.utf8)).items == [.failure(.missing(pointer: "/bodies"))])
        let both = "[" + SampleDocuments.ninjs2 + "," + SampleDocuments.ninjs3 + "]"
        #expect(try ReadDocument.json(Array(both.utf8)).items.count == 2)
    }

    @Test func `JSON-LD`() throws {
        let document = try ReadDocument.json(Array(SampleDocuments.linkedData.utf8))
        #expect(document.format == .linkedData && document.items.count == 2)
        #expect(
            try lines(document.items[0]) == ["title One", "paragraph First line.", "paragraph Second line."])
        #expect(
            try metadata(document.items[0])
                == ArticleMetadata(
                    title: "One", url: "https://x.example/a#1", externalID: "https://x.example/a#1",
                    source: "Example Times",
                    publishedAt: 1_577_836_800, authors: ["Jane Doe"]))
        #expect(try lines(document.items[1]) == ["title Two", "paragraph Third."])
    }

    @Test(arguments: [
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>", DocumentError.markup(.documentType)),
        (
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>",
            .markup(.documentType)
        ),
        ("<!DOCTYPE rss SYSTEM 'file:///etc/passwd'><rss/>", .markup(.documentType)),
        ("<rss><channel>&undefined;</channel></rss>", .markup(.malformed(line: 1, column: 26))),
        ("<rss>\n<channel></rss>", .markup(.malformed(line: 2, column: 16))), ("<opml/>", .unknownForm),
    ])
    func `XML that is refused`(_ xml: String, _ error: DocumentError) {
        #expect(throws: error) { try ReadDocument.xml(Array(xml.utf8)) }
    }

    @Test func `XML over the limits is refused`() {
        let deep = String(repeating: "<a>", count: 200_000)
        #expect(throws: DocumentError.markup(.tooDeep(limit: 128))) { try ReadDocument.xml(Array(deep.utf8)) }
        let wide = "<a " + (0..<50_000).map { "b\($0)='' " }.joined() + "/>"
        #expect(throws: DocumentError.markup(.tooManyAttributes(limit: 256))) {
            try ReadDocument.xml(Array(wide.utf8))
        }
        let many = "<rss><channel>" + String(repeating: "<item/>", count: 10_001) + "</channel></rss>"
        #expect(throws: DocumentError.tooManyItems(limit: 10_000)) { try ReadDocument.xml(Array(many.utf8)) }
        let large = "<rss>" + String(repeating: " ", count: 33 << 20) + "</rss>"
        #expect(throws: DocumentError.markup(.tooLarge(limit: 32 << 20))) {
            try ReadDocument.xml(Array(large.utf8))
        }
    }

    @Test func `JSON over the limits is refused`() {
        let deep = Array(String(repeating: "[", count: 1_000_000).utf8)
        #expect(throws: JSONReader.Failure.tooDeep(limit: 64)) { try JSONReader.value(deep) }
        let many = Array(("[" + String(repeating: "0,", count: 2_000_001) + "0]").utf8)
        #expect(throws: JSONReader.Failure.tooManyValues(limit: 2_000_000)) { try JSONReader.value(many) }
    }

    @Test(arguments: [
        #"{"a":[1,-0.5e+3,true,false,null,"x\u00e9\ud83d\ude00\n\/"],"b":{}}"#, " [ ] ", "0", #""""#,
    ])
    func `JSON is read`(_ json: String) throws {
        _ = try JSONReader.value(Array(json.utf8))
    }

    @Test func `JSON values come as they are`() throws {
        let value = try JSONReader.value(Array(#"{"a":[1.50,"x\u00e9\ud83d\ude00\n"],"b":null,"a":2}"#.utf8))
        #expect(value["a"] == .array([.number("1.50"), .string("xé😀\n")]))
        #expect(value["b"] == nil && value["c"] == nil)
    }

    @Test(arguments: [
        ("", 0), ("{", 1), ("[1,]", 3), ("01", 2), ("1.", 2), ("-", 1), ("\"\u{1}\"", 1), (#""\ud800""#, 7),
        (#""\x""#, 3), ("nul", 0),
        ("[1]]", 3), (#"{"a" 1}"#, 5), ("+1", 0), (#""\u12"#, 3),
    ])
    func `what is no JSON is told where`(_ json: String, _ offset: Int) {
        #expect(throws: JSONReader.Failure.malformed(offset: offset)) {
            try JSONReader.value(Array(json.utf8))
        }
    }
}
