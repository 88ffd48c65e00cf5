import ArticleStore
import Extraction
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing

/// Stored articles are read anew with another gazetteer.
struct ReannotationTests {
    private static let names = "Q999999\tplace\tcity\t\t31.5\t34.5\tزرقوان\tZarquan\t\t\t\t\n"

    private func extended() throws -> Annotator {
        Annotator(gazetteer: try Gazetteer().extended(with: Array(Self.names.utf8), name: "names.tsv"))
    }

    private func filled(_ count: Int) throws -> Fixture {
        let fixture = try Fixture()
        for number in 0..<count {
            let text =
                number % 2 == 0
                ? "زار الوزير زرقوان في \(number + 1) نيسان 1992." : "The bridge number \(number) fell."
            #expect(
                fixture.send(.post, "/v1/articles", [.contentType: "text/plain"], body: Array(text.utf8))
                    .status
                    == .created)
        }
        return fixture
    }

    private func zarquan(_ fixture: Fixture) throws -> JSON {
        try fixture.get("/v1/entities?q=Zarquan").object()["items"][0]
    }

    @Test func `annotators with other names have another version`() throws {
        #expect(Annotator().version == Annotator(gazetteer: Gazetteer()).version)
        #expect(try extended().version == extended().version)
        #expect(try extended().version != Annotator().version)
        #expect(Annotator(gazetteer: .empty).version != Annotator().version)
    }

    @Test func `a new name is found in stored articles`() throws {
        let fixture = try filled(70)
        #expect(try zarquan(fixture).value == nil)
        let known = try fixture.get("/v1/timeline?limit=100").object()["items"].array.map { $0["id"].string }
        var steps: [Reannotator.Progress] = []
        let done = try Reannotator(store: fixture.store, annotator: extended()).run(progressed: {
            steps.append($0)
        })
        #expect(done.total == 70 && done.done == 70 && done.changed == 35)
        #expect(steps.map(\.done) == [0, 32, 64, 70])
        let entity = try zarquan(fixture)
        #expect(entity["articles"].integer == 35)
        #expect(
            try fixture.get("/v1/timeline?limit=100").object()["items"].array.map { $0["id"].string } == known
        )
        #expect(try fixture.store.check() == [])
        #expect(try Reannotator(store: fixture.store, annotator: extended()).run().done == 0)
        // What comes from the first annotator is outdated for the second, and the other way round.
        let back = try Reannotator(store: fixture.store, annotator: Annotator()).run()
        #expect(back.done == 70 && back.changed == 35)
        #expect(try zarquan(fixture).value == nil)
        #expect(try fixture.store.check() == [])
    }

    @Test func `a run that was stopped goes on`() throws {
        let fixture = try filled(40)
        let reannotator = Reannotator(store: fixture.store, annotator: try extended())
        var batches = 0
        let first = try reannotator.run(isStopped: { batches > 1 }, progressed: { _ in batches += 1 })
        #expect(first.done == 32)
        let second = try reannotator.run()
        #expect(second.total == 8 && second.done == 8)
        #expect(try zarquan(fixture)["articles"].integer == 20)
    }

    @Test func `the service does it while it serves`() throws {
        let fixture = try filled(40)
        var configuration = Configuration()
        configuration.data = fixture.folder
        let service = try Service(
            configuration: configuration, store: fixture.store, annotator: extended())
        func send(_ method: HTTPRequest.Method) throws -> (Response, JSON) {
            let response = service.router.respond(
                to: Request(method: method, target: "/v1/admin/reannotate", fields: [:], body: []))
            return (response, try response.object())
        }
        #expect(try send(.get).1["status"].string == "idle")
        let (started, state) = try send(.post)
        #expect(started.status == .accepted)
        #expect(state.keys == ["kind", "status", "progress", "result", "problem"])
        var status = state
        for _ in 0..<3000 where status["status"].string == "running" {
            #expect(fixture.get("/v1/timeline").status == .ok)
            Thread.sleep(forTimeInterval: 0.01)
            status = try send(.get).1
        }
        #expect(status["status"].string == "succeeded" && status["problem"].value == nil)
        #expect(status["result"]["done"].integer == 40 && status["result"]["changed"].integer == 20)
        #expect(try zarquan(fixture)["articles"].integer == 20)
        service.drain()
        #expect(try send(.post).1["status"].string == "succeeded")
    }
}
