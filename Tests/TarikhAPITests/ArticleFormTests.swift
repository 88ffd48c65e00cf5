import Articles
import HTTPServer
import HTTPTypes
import Testing

struct ArticleFormTests {
    let fixture: Fixture
    let id: String

    /// Every kind of block, and text that looks like markup.
    private static let page = """
        <html lang="en"><head><meta property="og:site_name" content="Example &amp; Sons"><meta name="author" content="Jane Doe">
        <meta property="article:published_time" content="2021-05-03T06:30:00Z"><meta name="keywords" content="a, b"></head><body><article>
        <h1>A &lt;script&gt; &amp; a "bridge"</h1><p>1. It was *opened* in Baghdad on 3 May 2021 by [the] mayor himself &lt;3 &amp; more # today.</p>
        <h2>What comes next</h2><ul><li>One thing after it</li><li>- Another thing</li></ul><ol><li>A second list</li></ol>
        <blockquote>We are glad of it, he said.</blockquote></article></body></html>
        """

    init() throws {
        fixture = try Fixture()
        let response = fixture.send(
            .post, "/v1/articles", [.contentType: "text/html"], body: Array(Self.page.utf8))
        id = try #require(try response.object()["id"].string)
    }

    private func get(_ accept: String) -> Response { fixture.get("/v1/articles/" + id, [.accept: accept]) }

    /// The blocks of an article as the API shows them.
    private func blocks(_ article: JSON) -> [String] {
        article["blocks"].array.map { ($0["kind"].string ?? "") + " " + ($0["text"].string ?? "") }
    }

    @Test(arguments: [
        ("application/ld+json", "application/ld+json", "jsonld"),
        ("application/vnd.iptc.ninjs+json", "application/vnd.iptc.ninjs+json; version=3.1", "ninjs"),
        (
            "application/vnd.iptc.ninjs+json;version=2.2", "application/vnd.iptc.ninjs+json; version=2.2",
            "ninjs2"
        ),
        ("text/markdown", "text/markdown; charset=utf-8; variant=CommonMark", "markdown"),
        ("text/html", "text/html; charset=utf-8", "html"),
        ("text/plain", "text/plain; charset=utf-8", "text"),
        ("*/*", "application/json", "json"),
    ])
    func `the form is chosen`(_ accept: String, _ type: String, _ format: String) throws {
        let response = get(accept)
        #expect(response.status == .ok && response.fields[.contentType] == type)
        let named = fixture.get("/v1/articles/\(id)?format=" + format)
        #expect(named.body == response.body && named.fields[.contentType] == type)
        // Each has a validator of its own.
        let tag = try #require(response.fields[.eTag])
        #expect(
            fixture.get("/v1/articles/" + id, [.accept: accept, .ifNoneMatch: tag]).status == .notModified)
        #expect(fixture.get("/v1/articles/\(id)?format=annotations", [.ifNoneMatch: tag]).status == .ok)
    }

    @Test(arguments: [
        "text/html", "application/vnd.iptc.ninjs+json", "application/vnd.iptc.ninjs+json;version=2.2",
    ])
    func `what is given can be sent back`(_ type: String) throws {
        let first = try fixture.get("/v1/articles/" + id).object()
        let response = get(type)
        let again = fixture.send(
            .post, "/v1/parse", [.contentType: try #require(response.fields[.contentType])],
            body: response.body)
        let article = try again.object()["article"]
        #expect(blocks(article) == blocks(first))
        #expect(
            article["blocks"].array.map { $0["ordinal"].integer }
                == first["blocks"].array.map { $0["ordinal"].integer })
        #expect(article["published_at"].string == "2021-05-03T06:30:00Z")
        #expect(
            article["authors"][0].string == "Jane Doe" && article["source"]["name"].string == "Example & Sons"
        )
    }

    @Test func `JSON-LD is read back with its text`() throws {
        let response = get("application/ld+json")
        let object = try response.object()
        #expect(
            object["@type"].string == "NewsArticle" && object["publisher"]["@type"].string == "Organization")
        #expect(
            object["mentions"].array.contains {
                $0["@type"].string == "Place"
            })
        let again = fixture.send(
            .post, "/v1/parse", [.contentType: "application/ld+json"], body: response.body)
        let article = try again.object()["article"]
        #expect(article["title"]["text"].string == #"A <script> & a "bridge""#)
        #expect(article["tags"].array.map(\.string) == ["a", "b"])
    }

    @Test func `nothing in a page or in Markdown is markup but what is meant`() {
        let html = get("text/html").text
        #expect(html.contains("<h1 dir=\"auto\">A &lt;script&gt; &amp; a &quot;bridge&quot;</h1>"))
        #expect(!html.contains("<script") && !html.contains("<b>"))
        #expect(html.contains("<html lang=\"en\" dir=\"ltr\">"))
        #expect(html.contains("<ul>\n<li lang=\"en\" dir=\"ltr\">One thing after it</li>\n"))
        #expect(
            get("text/markdown").text == """
                # A \\<script\\> \\& a "bridge"

                1\\. It was \\*opened\\* in Baghdad on 3 May 2021 by \\[the\\] mayor himself \\<3 \\& more # today.

                ## What comes next

                - One thing after it
                - \\- Another thing

                - A second list

                > We are glad of it, he said.

                """)
    }

    @Test func `annotations stand where they say`() throws {
        let text = Array(fixture.get("/v1/articles/\(id)/text").text.unicodeScalars)
        let page = try fixture.get("/v1/articles/\(id)?format=annotations").object()
        let items = page["items"].array
        #expect(items.contains { $0["body"]["value"].string == "2021-05-03" })
        for item in items {
            let position = item["target"]["selector"][0]
            let start = try #require(position["start"].integer)
            let end = try #require(position["end"].integer)
            var exact = String.UnicodeScalarView()
            exact.append(contentsOf: text[start..<end])
            #expect(item["target"]["selector"][1]["exact"].string == String(exact))
        }
    }
}
