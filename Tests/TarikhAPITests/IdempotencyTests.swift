import AccessControl
import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import Testing

@testable import TarikhAPI

/// A request that is sent again with its key is done once.
struct IdempotencyTests {
    private func post(
        _ fixture: Fixture, _ json: String, key: String, path: String = "/v1/articles", secret: Int? = nil
    ) -> Response {
        var fields: HTTPFields = [.contentType: "application/json", API.idempotencyKey: key]
        fields[.authorization] = secret.map { "Bearer " + fixture.secrets[$0] }
        return fixture.send(.post, path, fields, body: Array(json.utf8))
    }

    private func isReplayed(_ response: Response) -> Bool {
        response.fields.contains { $0.name.rawName == "Idempotency-Replayed" && $0.value == "true" }
    }

    @Test func `the same request gets the same answer, also after the article has changed`() throws {
        let fixture = try Fixture()
        let first = post(fixture, #"{"text":"one"}"#, key: "k")
        #expect(first.status == .created && !isReplayed(first))
        let id = try #require(try first.object()["id"].string)
        #expect(fixture.send(.delete, "/v1/articles/" + id).status == .noContent)
        let again = post(fixture, #"{"text":"one"}"#, key: "k")
        #expect(again.status == .created && isReplayed(again))
        #expect(again.body == first.body && again.fields[.location] == first.fields[.location])
        #expect(try fixture.get("/v1/articles").object()["page"]["total"].integer == 0)
        // Without the key it is another request.
        #expect(fixture.post("/v1/articles", json: #"{"text":"one"}"#).status == .created)
    }

    @Test func `another request with the key is refused`() throws {
        let fixture = try Fixture()
        _ = post(fixture, #"{"text":"one"}"#, key: "k")
        let other = post(fixture, #"{"text":"two"}"#, key: "k")
        #expect(other.status == .unprocessableContent)
        #expect(try other.object()["code"].string == "idempotency_mismatch")
        #expect(try fixture.get("/v1/articles").object()["page"]["total"].integer == 1)
    }

    @Test(arguments: ["", "a b", String(repeating: "a", count: 256)]) func `a key that is none is refused`(
        _ key: String
    ) throws {
        let response = post(try Fixture(), #"{"text":"one"}"#, key: key)
        #expect(response.status == .badRequest)
    }

    @Test func `a refused request may be sent again, changed`() throws {
        let fixture = try Fixture()
        #expect(post(fixture, #"{"txt":"one"}"#, key: "k").status == .badRequest)
        #expect(post(fixture, #"{"text":"one"}"#, key: "k").status == .created)
    }

    @Test func `keys of different callers are different`() throws {
        let grant = try KeyGrant(scopes: [.read, .write])
        let fixture = try Fixture(keys: [grant, grant])
        #expect(post(fixture, #"{"text":"one"}"#, key: "k", secret: 0).status == .created)
        #expect(post(fixture, #"{"text":"two"}"#, key: "k", secret: 1).status == .created)
    }

    @Test func `a request that is still being answered is not begun again`() {
        let requests = RequestsInFlight()
        #expect(requests.begin("a"))
        #expect(!requests.begin("a"))
        #expect(requests.begin("b"))
        requests.end("a")
        #expect(requests.begin("a"))
    }
}

/// What is kept of answers.
struct AnsweredRequestTests {
    private func answer(_ key: String, size: Int = 1) -> AnsweredRequest {
        AnsweredRequest(
            caller: "", key: key, digest: "d", status: 201, fields: "A: b",
            body: [UInt8](repeating: 7, count: size))
    }

    @Test func `answers are kept for 24 hours, also over a start`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/tarikh-answers-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let store = try ArticleStore(folder: folder, access: .readWrite)
            try store.keep(answer("a"), at: 1000)
            try store.close()
        }
        let store = try ArticleStore(folder: folder, access: .readWrite)
        #expect(try store.answer(to: "a", of: "", at: 1000 + 86_399) == answer("a"))
        #expect(try store.answer(to: "a", of: "", at: 1000 + 86_400) == nil)
        #expect(try store.answer(to: "a", of: "other", at: 1000) == nil)
        try store.close()
    }

    @Test func `no more bytes than there may be are kept, the newest of them`() throws {
        let fixture = try Fixture()
        for index in 0...10 {
            try fixture.store.keep(answer(String(index), size: 100), at: 1000, mostBytes: 1000)
        }
        #expect(try fixture.store.answer(to: "0", of: "", at: 1000) == nil)
        #expect(try fixture.store.answer(to: "1", of: "", at: 1000) != nil)
        try fixture.store.keep(answer("large", size: AnsweredRequest.largestBody + 1), at: 1000)
        #expect(try fixture.store.answer(to: "large", of: "", at: 1000) == nil)
    }
}
