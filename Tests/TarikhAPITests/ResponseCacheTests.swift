import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

struct ResponseCacheTests {
    private func isHit(_ response: Response) -> Bool {
        response.fields[HTTPField.Name("Server-Timing") ?? .server]?.contains("cache;desc=hit") ?? false
    }

    @Test func `what is asked again comes from memory, on the event loop`() throws {
        let fixture = try Fixture()
        _ = try fixture.store.insert([Fixture.article("افتتحت", year: 1992)])
        let request = Request(method: .get, target: "/v1/timeline?limit=20")
        #expect(fixture.service.router.lane(of: request) == .blocking)
        let first = fixture.get(request.target)
        #expect(!isHit(first))
        #expect(fixture.service.router.lane(of: request) == .loop)
        let second = fixture.get(request.target)
        #expect(isHit(second))
        #expect(second.body == first.body)
        #expect(second.fields[.eTag] == first.fields[.eTag])
        #expect(fixture.send(.head, request.target).body == first.body)

        let known = fixture.get(request.target, [.ifNoneMatch: first.fields[.eTag] ?? ""])
        #expect(known.status == .notModified)
        #expect(isHit(known))
        #expect(known.body.isEmpty)
    }

    @Test func `every write is seen at once`() throws {
        let fixture = try Fixture()
        let targets = ["/v1/timeline", "/v1/entities", "/v1/articles", "/v1/search?q=word", "/v1/curation"]
        var last = targets.map { fixture.get($0).body }
        func expectChange(_ changed: Set<Int>, _ comment: Comment) {
            for (index, target) in targets.enumerated() {
                let fresh = fixture.get(target)
                #expect(!isHit(fresh), comment)
                if changed.contains(index) { #expect(fresh.body != last[index], comment) }
                #expect(isHit(fixture.get(target)), comment)
                last[index] = fresh.body
            }
        }
        let created = fixture.send(
            .post, "/v1/articles", [.contentType: "text/plain"],
            body: Array("A word\nThe museum was opened in Baghdad in May 2003.".utf8))
        #expect(created.status == .created)
        expectChange([0, 1, 2, 3], "after an article came")
        let entity = try #require(
            try fixture.get("/v1/entities").object()["items"].array.first?["id"].string)
        let renamed = fixture.send(
            .patch, "/v1/entities/\(entity)", [.contentType: "application/merge-patch+json", .ifMatch: "*"],
            body: Array(#"{"label":"Another name"}"#.utf8))
        #expect(renamed.status == .ok, "\(String(decoding: renamed.body, as: UTF8.self))")
        expectChange([1, 4], "after an entity was renamed")
        let article = try #require(
            try fixture.get("/v1/articles").object()["items"].array.first?["id"].string)
        #expect(fixture.send(.delete, "/v1/articles/\(article)", [.ifMatch: "*"]).status.code < 300)
        expectChange([0, 2, 3], "after an article went")
    }

    @Test func `readers never see less than what was acknowledged`() throws {
        let fixture = try Fixture()
        let group = DispatchGroup()
        let queue = DispatchQueue(label: "readers", attributes: .concurrent)
        for number in 0..<30 {
            _ = try fixture.store.insert([Fixture.article("word\(number)", year: 1990)])
            for _ in 0..<4 {
                queue.async(group: group) {
                    let total = try? fixture.get("/v1/articles").object()["page"]["total"].integer
                    #expect(total ?? 0 >= number + 1)
                }
            }
        }
        group.wait()
    }

    @Test func `forms and hosts are kept apart`() throws {
        let fixture = try Fixture()
        _ = try fixture.store.insert([Fixture.article("افتتحت", year: 1992)])
        let json = fixture.get("/v1/timeline")
        let csv = fixture.get("/v1/timeline", [.accept: "text/csv"])
        #expect(csv.body != json.body)
        #expect(fixture.get("/v1/timeline", [.accept: "text/csv"]).body == csv.body)
        #expect(fixture.get("/v1/timeline").body == json.body)
        let host = try #require(HTTPField.Name("Host"))
        #expect(!isHit(fixture.get("/v1/timeline", [host: "example.org"])))
    }

    @Test func `memory is bounded`() throws {
        let fixture = try Fixture { $0.cacheBytes = 100_000 }
        _ = try fixture.store.insert([Fixture.article("افتتحت", year: 1992)])
        for limit in 1...300 { _ = fixture.get("/v1/timeline?limit=\(limit)") }
        #expect(isHit(fixture.get("/v1/timeline?limit=300")))
        #expect(!isHit(fixture.get("/v1/timeline?limit=1")))
        let none = try Fixture { $0.cacheBytes = 0 }
        _ = none.get("/v1/timeline")
        #expect(!isHit(none.get("/v1/timeline")))
    }

    @Test func `problems are not kept`() throws {
        let fixture = try Fixture()
        for target in ["/v1/timeline?from=nonsense", "/v1/articles/a_99", "/v1/stats", "/readyz"] {
            _ = fixture.get(target)
            #expect(!isHit(fixture.get(target)), "\(target)")
        }
    }
}
