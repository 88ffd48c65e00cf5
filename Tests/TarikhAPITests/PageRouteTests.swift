import HTTPServer
import HTTPTypes
import Testing

struct PageRouteTests {
    /// «القاهرة» and a sentence in windows-1256.
    private static let arabic: [UInt8] =
        Array("<html><head><title>".utf8) + [0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9]
        + Array("</title></head><body><p>".utf8)
        + [0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9, 0x20] + Array("2011".utf8)
        + Array("</p></body></html>".utf8)

    private func post(_ fixture: Fixture, _ type: String, _ body: [UInt8]) -> Response {
        fixture.send(.post, "/v1/articles", [.contentType: type], body: body)
    }

    @Test func `a page is taken in, and how is told`() throws {
        let fixture = try Fixture()
        let response = post(fixture, "text/html; charset=windows-1256", Self.arabic)
        #expect(response.status == .created)
        let id = try #require(try response.object()["id"].string)
        let article = try fixture.get("/v1/articles/" + id).object()
        #expect(article["title"]["text"].string == "القاهرة")
        #expect(article["received"]["media_type"].string == "text/html")
        #expect(article["received"]["charset"].string == "windows-1256")
        #expect(article["received"]["charset_from"].string == "content_type")
        #expect(article["received"]["taken_from"]["title"].string == "html:title")
        #expect(fixture.get("/v1/articles/\(id)/text").text == "القاهرة 2011")
        // The same page in another encoding is the same article.
        let utf8 = "<html><head><title>القاهرة</title></head><body><p>القاهرة 2011</p></body></html>"
        let again = post(fixture, "text/html", Array(utf8.utf8))
        #expect(again.status == .ok)
        #expect(try again.object()["id"].string == id)
    }

    @Test func `plain text in another encoding is converted, strictly`() throws {
        let fixture = try Fixture()
        let text: [UInt8] = [0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9]
        let response = post(fixture, "text/plain; charset=windows-1256", text)
        #expect(response.status == .created)
        #expect(try response.object()["received"]["charset"].string == "windows-1256")
        let utf16 = "القاهرة 1".utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
        #expect(post(fixture, "text/plain; charset=utf-16be", utf16).status == .created)
        let wrong = post(fixture, "text/plain; charset=iso-8859-6", [0xc7, 0xa1])
        #expect(wrong.status == .badRequest && wrong.text.contains("invalid_encoding"))
        #expect(post(fixture, "text/plain", text).status == .unprocessableContent)
        #expect(post(fixture, "text/plain; charset=klingon", text).status == .unsupportedMediaType)
    }

    @Test func `a page without text is no article`() throws {
        let response = post(try Fixture(), "text/html", Array("<nav><p>Only the menu is here</p></nav>".utf8))
        #expect(response.status == .unprocessableContent && response.text.contains("empty_text"))
    }

    @Test func `bytes that are no characters are counted`() throws {
        let response = post(
            try Fixture(), "text/html",
            Array("<p>The bridge was \u{1}".utf8) + [0xff] + Array(" opened in 1990.".utf8))
        #expect(try response.object()["received"]["replaced"].integer == 1)
        #expect(try response.object()["quality"]["repairs"][0]["code"].string == "control_character")
    }
}
