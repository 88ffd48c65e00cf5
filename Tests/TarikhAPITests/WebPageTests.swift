import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import Testing

@testable import TarikhAPI

struct WebPageTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    @Test(arguments: [
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html", "text/*",
        "application/json;q=0.5, text/html",
    ])
    func `a browser gets the page`(_ accept: String) {
        let response = fixture.get("/", [.accept: accept])
        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "text/html; charset=utf-8")
        #expect(response.text.hasPrefix("<!doctype html>"))
        #expect(response.fields[.vary] == "Accept, Accept-Encoding")
    }

    @Test(arguments: [nil, "*/*", "application/json", "application/*", "text/html;q=0.5, application/json"])
    func `a program gets the service document`(_ accept: String?) throws {
        let response = fixture.get("/", accept.map { [.accept: $0] } ?? [:])
        #expect(response.fields[.contentType] == "application/json")
        #expect(try response.object()["name"].string == "tarikh")
        #expect(response.fields[.contentSecurityPolicy] == "default-src 'none'; sandbox")
    }

    @Test func `format wins over what is accepted`() {
        #expect(fixture.get("/?format=html").fields[.contentType] == "text/html; charset=utf-8")
        #expect(
            fixture.get("/?format=json", [.accept: "text/html"]).fields[.contentType] == "application/json")
        #expect(fixture.get("/", [.accept: "image/png"]).status == .notAcceptable)
    }

    @Test func `the page may run its own scripts and ask its own service only`() {
        let policy = fixture.get("/?format=html").fields[.contentSecurityPolicy]
        #expect(fixture.get("/docs").fields[.contentSecurityPolicy] == policy)
        #expect(
            policy
                == "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        )
    }

    @Test func `the state of the page is no parameter of the service document`() {
        let state = "/?view=timeline&from=1990&to=1999&entity=n_aze&ui=ar"
        #expect(fixture.get(state, [.accept: "text/html"]).status == .ok)
        #expect(fixture.get(state).status == .badRequest)
        #expect(fixture.get("/?vew=timeline", [.accept: "text/html"]).status == .badRequest)
    }

    /// Addresses are made by `link({…})` of the scripts.
    @Test func `the service knows every parameter that the page writes`() throws {
        let links = try Regex(#"\blink\(\{ ([^}]*)\}"#)
        let names = try Regex(#"(?:^|,) *(\w+) *(?=[:,]|$)"#)
        var written: Set<String> = []
        for asset in WebPage.builtIn.assets.values where asset.media.format == "js" {
            for link in String(decoding: asset.bytes, as: UTF8.self).matches(of: links) {
                for name in (link.output[1].substring ?? "").matches(of: names) {
                    written.insert(String(name.output[1].substring ?? ""))
                }
            }
        }
        #expect(written.isSuperset(of: ["view", "q", "entity", "event", "article", "from", "to", "type"]))
        #expect(written.subtracting(WebPage.parameters.map(\.name)) == [])
    }

    @Test func `every file that the page names is there, in its type`() throws {
        let pages = [try #require(WebPage.builtIn.index), try #require(WebPage.builtIn.documentation)]
        let types = [".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"]
        let named = pages.flatMap { String(decoding: $0.bytes, as: UTF8.self).components(separatedBy: "\"") }
            .filter { $0.hasPrefix("/assets/") }
        #expect(named.count > 10)
        for path in named {
            let response = fixture.get(path, [.accept: "*/*"])
            #expect(response.status == .ok, "\(path)")
            let type = types.first { path.hasSuffix($0.key) }?.value ?? "image/svg+xml"
            #expect(response.fields[.contentType] == type, "\(path)")
            #expect(response.fields[.xContentTypeOptions] == "nosniff")
        }
        // Each is fetched at once, not when another turns out to import it.
        let files = WebPage.builtIn.assets.keys.map { "/assets/" + $0 }
        #expect(Set(files) == Set(named))
    }

    @Test func `scripts import scripts that there are`() {
        for asset in WebPage.builtIn.assets.values where asset.media.format == "js" {
            for line in String(decoding: asset.bytes, as: UTF8.self).split(separator: "\n")
            where line.hasPrefix("import ") {
                let name = line.split(separator: "\"").last { $0.hasPrefix("./") }?.dropFirst(2)
                #expect(
                    name.map { WebPage.builtIn.assets[String($0)] != nil } == true, "\(asset.name): \(line)")
            }
        }
    }

    @Test func `a file that the client has is not sent again`() throws {
        for path in ["/?format=html", "/docs", "/assets/app.js"] {
            let first = fixture.get(path)
            let tag = try #require(first.fields[.eTag])
            let second = fixture.get(path, [.ifNoneMatch: tag])
            #expect(second.status == .notModified)
            #expect(second.body.isEmpty)
            #expect(fixture.get(path, [.ifNoneMatch: "\"other\""]).body == first.body)
        }
    }

    /// Else a browser that asks again may run no script (RFC 9111, 3.2).
    @Test(arguments: [0, 1 << 20]) func `a page that is not sent again keeps its policy`(_ cache: Int) throws
    {
        let fixture = try Fixture { $0.cacheBytes = cache }
        let fields: HTTPFields = [.accept: "text/html"]
        var known = fields
        known[.ifNoneMatch] = self.fixture.get("/", fields).fields[.eTag]
        for _ in 0..<2 {
            let response = fixture.get("/", known)
            #expect(response.status == .notModified)
            #expect(response.fields[.contentSecurityPolicy] == WebPage.contentSecurityPolicy)
            #expect(fixture.get("/", fields).status == .ok)
        }
    }

    @Test func `a tag names bytes and holds while articles come`() throws {
        let before = fixture.get("/assets/style.css").fields[.eTag]
        _ = try fixture.store.insert([Fixture.article("وقعت", year: 1992)])
        #expect(fixture.get("/assets/style.css").fields[.eTag] == before)
        #expect(fixture.get("/assets/app.js").fields[.eTag] != before)
        let one = try #require(WebAsset(name: "a.js", bytes: [1]))
        #expect(one.tag != WebAsset(name: "a.js", bytes: [2])?.tag)
        #expect(WebAsset(name: "a.exe", bytes: []) == nil)
    }

    @Test(arguments: ["/assets/none.js", "/assets/index.html", "/assets/..%2FInfo.plist", "/assets/"])
    func `other files are not there`(_ path: String) {
        #expect(fixture.get(path, [.accept: "*/*"]).status == .notFound)
    }

    @Test func `all of it takes less than 60 KB compressed`() {
        let pages = [WebPage.builtIn.index, WebPage.builtIn.documentation].compactMap(\.self)
        let files = (pages + WebPage.builtIn.assets.values).map(\.bytes)
        let size = files.reduce(0) { $0 + (ContentCoding.gzip.compressed($1)?.count ?? $1.count) }
        #expect(size < 60_000, "\(size)")
    }

    @Test func `nothing is read as HTML, and nothing comes from elsewhere`() {
        for asset in WebPage.builtIn.assets.values {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            for word in [
                "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
                "@import",
            ] {
                #expect(!text.contains(word), "\(asset.name): \(word)")
            }
            for part in text.components(separatedBy: "http").dropFirst() {
                // A name of SVG, a link that one may follow, and the check of a link.
                let isKnown = ["://www.w3.org/2000/svg", "s://www.wikidata.org/wiki/", "s?:)"].contains {
                    part.hasPrefix($0)
                }
                #expect(isKnown || part.hasPrefix("s?:"), "\(asset.name): http\(part.prefix(40))")
            }
        }
    }

    @Test func `events without a date can be asked for alone`() throws {
        var (article, annotations) = Fixture.article("بلا", year: 1993)
        article.text += Array(" ".utf8)
        annotations.events[0].date = nil
        annotations.events[0].claims[0].date = nil
        annotations.events[0].claims[0].dateRange = nil
        _ = try fixture.store.insert([Fixture.article("وقعت", year: 1992), (article, annotations)])
        let undated = try fixture.get("/v1/timeline?undated=only").object()
        #expect(undated["page"]["total"].integer == 1)
        #expect(undated["items"][0]["date"].value == nil)
        #expect(try fixture.get("/v1/events?undated=only").object()["items"].array.count == 1)
        #expect(try fixture.get("/v1/timeline?undated=only&from=1900").object()["items"].array.isEmpty)
        #expect(try fixture.get("/v1/timeline?undated=only&to=2000").object()["items"].array.isEmpty)
        #expect(try fixture.get("/v1/timeline").object()["page"]["total"].integer == 1)
    }
}
