import AccessControl
import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

@testable import TarikhAPI

/// PUT and PATCH of articles, and what they were before.
struct ArticleRevisionTests {
    let fixture: Fixture
    let id: String

    private static let first =
        "Japan opened its embassy in Qatar on 15 June 2004.\\n\\nThe rest stays as it is."
    private static let second =
        "Japan closed its embassy in Qatar on 15 June 2004.\\n\\nThe rest stays as it is."

    init() throws {
        fixture = try Fixture()
        let body = #"{"text":"\#(Self.first)","source":"A","tags":["x"],"published_at":"2004-06-16"}"#
        id = try #require(try fixture.post("/v1/articles", json: body).object()["id"].string)
    }

    private func change(
        _ method: HTTPRequest.Method, _ json: String, match: String? = "*",
        type: String = "application/merge-patch+json"
    ) -> Response {
        var fields: HTTPFields = [.contentType: method == .put ? "application/json" : type]
        fields[.ifMatch] = match
        return fixture.send(method, "/v1/articles/" + id, fields, body: Array(json.utf8))
    }

    @Test func `a whole article takes the place of another`() throws {
        let tag = try #require(fixture.get("/v1/articles/" + id).fields[.eTag])
        let put = change(.put, #"{"text":"\#(Self.second)"}"#, match: tag)
        #expect(put.status == .ok, "\(put.text)")
        let now = try put.object()
        #expect(now["id"].string == id && now["revision"].integer == 2 && now["source"].value == nil)
        #expect(put.fields[.eTag] == fixture.get("/v1/articles/" + id).fields[.eTag])
        #expect(put.fields[.eTag] != tag)
        #expect(change(.put, #"{"text":"b"}"#, match: tag).status == .preconditionFailed)
        #expect(change(.put, #"{"text":"b"}"#, match: nil).status.code == 428)
        // The same again is no new revision.
        #expect(try change(.put, #"{"text":"\#(Self.second)"}"#).object()["revision"].integer == 2)
        #expect(try fixture.get("/v1/search?q=closed").object()["page"]["total"].integer == 1)
        #expect(try fixture.get("/v1/search?q=opened&typo=0").object()["page"]["total"].integer == 0)
        #expect(try fixture.store.check() == [])
    }

    @Test func `what is cited from a revision is found there`() throws {
        let claims = try fixture.get("/v1/events").object()["items"][0]["claims"]
        let (claim, span) = (claims[0]["id"].string, claims[0]["span"].span)
        let mention = try fixture.get("/v1/articles/\(id)/mentions").object()["items"][0]
        #expect(claims[0]["revision"].integer == 1)
        _ = change(.put, #"{"text":"Something else altogether happened in Oman on 3 May 2011."}"#)
        let old = try fixture.get("/v1/articles/\(id)/revisions/1").object()
        let cited = try #require(old["claims"].array.first { $0["id"].string == claim })
        #expect(cited["span"].span == span && cited["revision"].integer == 1)
        let named = try #require(old["mentions"].array.first { $0["id"].string == mention["id"].string })
        #expect(named["text"].string == mention["text"].string)
        #expect(old["article"]["source"]["name"].string == "A" && old["article"]["tags"][0].string == "x")
        #expect(
            fixture.get("/v1/articles/\(id)/revisions/1/text").text
                == Self.first.replacing("\\n", with: "\n"))
        #expect(fixture.get("/v1/articles/\(id)/revisions/3").status == .notFound)
        #expect(fixture.get("/v1/articles/\(id)/revisions/x").status == .notFound)
        let list = try fixture.get("/v1/articles/\(id)/revisions").object()["items"]
        #expect(list.array.map { $0["is_current"].flag } == [false, true])
        #expect(fixture.send(.delete, "/v1/articles/" + id).status == .noContent)
        #expect(fixture.get("/v1/articles/\(id)/revisions/1").status == .gone)
        #expect(change(.put, #"{"text":"b"}"#).status == .gone)
    }

    @Test func `a merge patch changes what it names, and takes away what is null`() throws {
        let patched = try change(.patch, #"{"source":null,"title":"A title","tags":["y","z"]}"#).object()
        #expect(patched["revision"].integer == 2 && patched["title"]["text"].string == "A title")
        #expect(patched["source"].value == nil && patched["tags"].array.map(\.string) == ["y", "z"])
        #expect(patched["published_at"].string == "2004-06-16T00:00:00Z")
        #expect(try change(.patch, "{}").object()["revision"].integer == 2)
        let text = try change(.patch, #"{"text":"\#(Self.second)"}"#).object()
        #expect(text["title"]["text"].string == "A title" && text["revision"].integer == 3)
        #expect(text["blocks"][0]["text"].string?.contains("closed") == true)
        #expect(try fixture.store.check() == [])
    }

    @Test(arguments: [
        (#"{"text":null}"#, 400), (#"{"txt":"a"}"#, 400), (#"{"tags":"a"}"#, 400), ("[]", 400), ("{", 400),
        (#"{"published_at":true}"#, 400), (#"{"text":" "}"#, 422), (#"{"title":{"a":1}}"#, 400),
    ]) func `a patch that an article can't be made of is refused`(_ json: String, _ status: Int) throws {
        #expect(change(.patch, json).status.code == status)
        #expect(try fixture.get("/v1/articles/" + id).object()["revision"].integer == 1)
    }

    @Test func `a patch is one by its media type`() {
        let response = change(.patch, "{}", type: "application/json")
        #expect(response.status == .unsupportedMediaType)
        #expect(response.fields.first { $0.name.rawName == "Accept-Patch" }?.value == API.mergePatch)
    }

    @Test func `another article's text or external id is a conflict`() throws {
        let other = #"{"text":"Another text.","external_id":"e"}"#
        _ = fixture.post("/v1/articles", json: other)
        #expect(try change(.put, #"{"text":"Another text."}"#).object()["code"].string == "conflict")
        #expect(
            try change(.patch, #"{"external_id":"e"}"#).object()["code"].string == "external_id_taken")
    }

    @Test func `what is different is told by blocks and words`() throws {
        _ = change(.put, #"{"text":"\#(Self.second)\n\nA new paragraph.","source":"B"}"#)
        let difference = try fixture.get("/v1/articles/\(id)/difference").object()
        #expect(difference["from"].integer == 1 && difference["to"].integer == 2)
        #expect(difference["same_blocks"].integer == 1)
        let blocks = difference["blocks"].array
        #expect(blocks.map { $0["kind"].string } == ["changed", "added"])
        let words = blocks[0]["words"].array
        #expect(words.map { $0["text"].string } == ["opened", "closed"])
        #expect(words.map { $0["span"].span } == [6..<12, 6..<12])
        #expect(blocks[1]["new"]["text"].string == "A new paragraph.")
        let fields = difference["metadata"].array.map { $0["field"].string }
        #expect(fields == ["source", "published_at", "tags"])
        #expect(fixture.get("/v1/articles/\(id)/difference?from=1&to=9").status == .notFound)
    }
}

/// Keys for some sources.
struct RestrictedRevisionTests {
    @Test func `an article stays with the sources of the key that changes it`() throws {
        let grant = try KeyGrant(scopes: [.read, .write], sources: ["A"])
        let fixture = try Fixture(keys: [grant, try KeyGrant(scopes: [.read, .write])])
        let made = fixture.send(
            .post, "/v1/articles", key: fixture.secrets[1], json: #"{"text":"a text","source":"B"}"#)
        let path = "/v1/articles/" + (try made.object()["id"].string ?? "")
        func send(_ method: HTTPRequest.Method, _ path: String, _ json: String, key: Int) -> Response {
            fixture.send(
                method, path,
                [
                    .authorization: "Bearer " + fixture.secrets[key], .ifMatch: "*",
                    .contentType: method == .put ? "application/json" : API.mergePatch,
                ], body: Array(json.utf8))
        }
        #expect(send(.put, path, #"{"text":"b","source":"A"}"#, key: 0).status == .notFound)
        #expect(send(.put, path, #"{"text":"b","source":"A"}"#, key: 1).status == .ok)
        #expect(send(.patch, path, #"{"source":"B"}"#, key: 0).status == .forbidden)
        #expect(send(.patch, path, #"{"title":"t"}"#, key: 0).status == .ok)
        // What it was when it was of another source is not shown.
        #expect(send(.get, path + "/revisions/1", "", key: 0).status == .notFound)
        #expect(send(.get, path + "/revisions/2", "", key: 0).status == .ok)
    }
}
