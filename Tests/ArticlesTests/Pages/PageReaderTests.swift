import Testing
import TextAnalysis

@testable import Articles

struct PageReaderTests {
    private func page(_ html: String) throws -> PageReader.Page {
        try PageReader().page(Array(html.utf8))
    }

    private func lines(_ page: PageReader.Page) -> [String] {
        page.outline.lines.map { line in
            line.kind.rawValue + " " + String(decoding: page.text[line.range], as: UTF8.self)
        }
    }

    private func places(_ page: PageReader.Page) -> [Reception.Field: String] {
        Dictionary(page.origins.map { ($0.field, $0.place) }) { first, _ in first }
    }

    @Test(arguments: [
        (SamplePages.arabic, SamplePages.arabicLines), (SamplePages.english, SamplePages.englishLines),
        (SamplePages.persian, SamplePages.persianLines),
    ])
    func `the main text is found without furniture`(_ html: String, _ expected: [String]) throws {
        #expect(lines(try page(html)) == expected)
    }

    @Test func `what JSON-LD says counts more than other places`() throws {
        let page = try page(SamplePages.arabic)
        #expect(
            page.metadata
                == ArticleMetadata(
                    title: "افتتاح جسر جديد على نهر دجلة", url: "https://news.example/ar/bridge?canonical=1",
                    externalID: "12345", source: "صحيفة المثال", publishedAt: 1_620_021_600,
                    language: .arabic,
                    tags: ["جسور", "بغداد"], authors: ["ليلى كاتبة"], modifiedAt: 1_620_086_400))
        #expect(
            places(page) == [
                .title: "json_ld:headline", .url: "html:rel=canonical", .externalID: "json_ld:identifier",
                .source: "json_ld:publisher", .publishedAt: "json_ld:datePublished",
                .language: "json_ld:inLanguage", .tags: "json_ld:keywords", .authors: "json_ld:author",
                .modifiedAt: "json_ld:dateModified", .text: "html:article",
            ])
    }

    @Test func `old pages say it in their meta elements`() throws {
        let page = try page(SamplePages.english)
        #expect(
            page.metadata
                == ArticleMetadata(
                    title: "Council approves tram line", publishedAt: 1_580_811_300,
                    tags: ["tram", "council"],
                    authors: ["Jane Doe"]))
        #expect(places(page)[.publishedAt] == "meta:date" && places(page)[.title] == "html:h1")
    }

    @Test func `a language that the script contradicts is not believed`() throws {
        let page = try page(SamplePages.persian)
        #expect(page.metadata.language == .persian && places(page)[.language] == "meta:og:locale")
        #expect(places(page)[.text] == "itemprop:articleBody")
        let wrong = try self.page(SamplePages.persian.replacing("fa_IR", with: "en_US"))
        #expect(wrong.metadata.language == nil && places(wrong)[.language] == nil)
    }

    @Test func `blocks of the article are those of the markup`() throws {
        let page = try page(SamplePages.arabic)
        let article = try ArticleParser().parse(page.text, metadata: page.metadata, outline: page.outline)
        #expect(article.blocks.map(\.kind) == page.outline.lines.map(\.kind))
        #expect(article.blocks.map(\.range) == page.outline.lines.map(\.range))
        #expect(article.blocks.map(\.ordinal) == [nil, nil, nil, nil, 1, 2, nil])
        #expect(article.blocks.map(\.section) == [nil, nil, nil, nil, 3, 3, 3])
        #expect(article.titleRange.map(article.string) == article.title)
    }

    @Test func `a list after a list is counted anew`() throws {
        let page = try page("<ol><li>one of these</li><li>two</li></ol><ul><li>three</li></ul>")
        let article = try ArticleParser().parse(page.text, outline: page.outline)
        #expect(article.blocks.map(\.ordinal) == [1, 2, 1])
    }

    @Test(arguments: [
        ("<title>A bridge | Site</title><p>x", "A bridge"),
        ("<title>A - Site</title><meta property=og:site_name content=Site><p>x", "A"),
        ("<title>Site – A</title><meta property=og:site_name content=Site><p>x", "A"),
        ("<title>A - B</title><p>x", "A - B"), ("<title>A &amp; B</title>", "A & B"),
        (
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"A &quot;B&quot;"}</script>"#,
            #"A "B""#
        ),
        (
            #"<script type="application/ld+json">[{"@type":"Thing","name":"C"},{"@type":["NewsArticle"],"headline":{"@value":"B"}}]</script>"#,
            "B"
        ),
        (#"<script type="application/ld+json">{broken</script><meta property="og:title" content="A">"#, "A"),
    ])
    func `titles`(_ html: String, _ title: String) throws {
        #expect(try page(html).metadata.title == title)
    }

    @Test(arguments: [
        ("2021-05-03T09:30:00+03:00", 1_620_023_400 as Int64?), ("2021-05-03T09:30+0300", 1_620_023_400),
        ("2021-05-03 06:30:00", 1_620_023_400), ("2021-05-03T06:30:00.250Z", 1_620_023_400),
        ("2021-05-03", 1_620_000_000), ("Mon, 03 May 2021 06:30:00 GMT", 1_620_023_400),
        ("3 May 21 02:30 EDT", 1_620_023_400), ("Mon, 3 May 2021 09:30:00 +0300", 1_620_023_400),
        ("2021-02-29", nil), ("May 3", nil), ("", nil), ("2021-05-03T25:00", nil),
        ("Mon, 03 Foo 2021 06:30:00 GMT", nil),
    ])
    func `dates`(_ text: String, _ seconds: Int64?) {
        #expect(Moment.seconds(text) == seconds)
    }

    @Test func `text that only machines are given is taken where readers get little`() throws {
        let page = try page(
            #"<p>Short.</p><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"One &amp; two.\nThree."}</script>"#
        )
        #expect(lines(page) == ["paragraph One & two.", "paragraph Three."])
        #expect(places(page)[.text] == "json_ld:articleBody")
    }

    @Test func `pages made to be costly are refused or read in time`() throws {
        let count = 1 << 20
        #expect(throws: MarkupError.tooDeep(limit: 512)) {
            try page(String(repeating: "<div>", count: count))
        }
        #expect(throws: MarkupError.tooManyAttributes(limit: 256)) {
            try page("<p " + (0..<100_000).map { "a\($0) " }.joined() + ">")
        }
        #expect(throws: MarkupError.tooManyNodes(limit: 300_000)) {
            try page(String(repeating: "<hr>", count: count))
        }
        #expect(throws: MarkupError.tooLarge(limit: 8 << 20)) {
            try page(String(repeating: "a", count: 9 << 20))
        }
        let clock = ContinuousClock()
        let time = try clock.measure {
            _ = try page("<ul>" + String(repeating: "<!----> ", count: count / 2))
            _ = try page("<p>" + String(repeating: "&x ", count: count / 2))
            _ = try page("<script type=application/ld+json>" + String(repeating: "[", count: count / 2))
            _ = try page(String(repeating: "<p><i></b>", count: 50_000))
            _ = try page("<title>" + String(repeating: " - |", count: count / 2))
        }
        #expect(time < .seconds(60))
    }

    @Test func `no broken page stops the reader`() throws {
        let pieces = [
            "<p>", "</p>", "<div class=a>", "</div>", "<html lang=fa>", "<body id=x>", "</body>", "<ul><li>",
            "<table><tr><td>",
            "<!--", "-->", "<script>", "</script>",
            "<script type=application/ld+json>{\"@type\":\"Article\",", "&amp;", "&#x0;", "&#99999999;",
            "\u{0}", "نص عربي طويل فيه كلمات كثيرة. ", "A sentence with some words in it. ", "<h1>", "</h1>",
            "<a href=x>", "</a>", "<",
            "<title>", "<meta name=date content=2020>", "<article>", "<main>", "<frameset>", "<noframes>",
            "<svg><a>", "<![CDATA[", "]]>", "<?php ?>",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            let html = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let page = try page(html)
            var end = 0
            for line in page.outline.lines {
                #expect(
                    line.range.lowerBound >= end && !line.range.isEmpty
                        && line.range.upperBound <= page.text.count)
                #expect(!page.text[line.range].contains(0x0a))
                end = line.range.upperBound
            }
            #expect(String(validating: page.text, as: UTF8.self) != nil)
        }
    }
}
