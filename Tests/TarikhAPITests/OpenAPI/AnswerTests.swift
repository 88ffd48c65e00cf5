import Foundation
import HTTPServer
import HTTPTypes
import Testing

/// Every route answers as the document says, with every status that it has when all is well.
struct AnswerTests {
    let service: DescribedService

    init() throws { service = try DescribedService() }

    @Test func `every route answers as the document says`() throws {
        try readService()
        try readArticles()
        try readArticleForms()
        try takeDocuments()
        try takeBatches()
        try readTimeline()
        try readEntities()
        try search()
        try readRows()
        try save()
        try followChanges()
        try export()
        try decide()
        try copy()
        try administer()
        var missing: [String] = []
        for operation in service.document.operations {
            for status in operation.responses.keys where ["200", "201", "202", "204", "308"].contains(status)
            {
                let name = "\(operation.method) \(operation.path) \(status)"
                if !service.seen.contains(name) { missing.append(name) }
            }
        }
        #expect(missing.sorted() == [])
    }

    private func readService() throws {
        for path in [
            "/", "/docs", "/livez", "/readyz", "/startupz", "/healthz", "/metrics", "/v1/openapi.json",
            "/v1/version", "/v1/stats",
        ] {
            try service.send("GET", path)
        }
        try service.send("GET", "/", query: "format=html")
        for name in ["app.js", "style.css", "icon.svg"] {
            try service.send(
                "GET", "/assets/{name}", name, query: "format=" + name.suffix(3).trimmingPrefix("."))
        }
        for code in ["not_found", "batch_refused"] {
            #expect(try service.send("GET", "/v1/problems/{code}", code).status == .ok)
        }
        try service.send("GET", "/v1/problems/{code}", "nothing")
    }

    func revise(_ id: String) throws {
        let text = #"{"text":"افتتحت أذربيجان سفارتها في إيران في 29 مارس 2023.\n\nb","lang":"ar"}"#
        try service.send("PUT", "/v1/articles/{id}", id, json: text)
        #expect(try service.send("PUT", "/v1/articles/{id}", id, json: text, match: "*").status == .ok)
        let type = "application/merge-patch+json"
        let patch = #"{"title":null,"tags":["c"],"published_at":0}"#
        let patched = try service.send(
            "PATCH", "/v1/articles/{id}", id, json: patch, type: type, match: "*")
        #expect(try patched.object()["revision"].integer == 3)
        try service.send("GET", "/v1/articles/{id}/revisions", id)
        for part in ["", "/text"] {
            try service.send("GET", "/v1/articles/{id}/revisions/{revision}" + part, id, other: "1")
        }
        try service.send("GET", "/v1/articles/{id}/difference", id, query: "from=1&to=3")
    }

    private func copy() throws {
        let text = """
            The bread is made of flour and water and nothing else, which is why it has to be eaten on the same day, or else it is as hard \
            as a stone and no one wants it.
            """
        var ids: [String] = []
        for end in ["", " Not even birds."] {
            let made = try service.send("POST", "/v1/articles", json: #"{"text":"\#(text + end)"}"#)
            ids.append(try made.object()["id"].string ?? "")
        }
        let copies = try service.send("GET", "/v1/articles/{id}/duplicates", ids[0])
        #expect(try copies.object()["items"][0]["article_id"].string == ids[1])
        try service.send("GET", "/v1/articles/{id}", ids[1])
        try service.send("GET", "/v1/articles", query: "collapse=cluster")
        try service.send("GET", "/v1/search", query: "q=bread&collapse=cluster")
    }

    private func readTimeline() throws {
        for query in [
            "", "undated=include&limit=1000", "group_by=entity", "group_by=year&groups=3", "limit=2",
            "cursor=x",
            "entity=%D8%A5%D9%8A%D8%B1%D8%A7%D9%86",
        ] {
            try service.send("GET", "/v1/timeline", query: query)
        }
        for format in ["ndjson", "csv", "ics", "timelinejs", "jsonfeed", "geojson"] {
            try service.send("GET", "/v1/timeline", query: "undated=include&format=" + format)
        }
        try service.send("QUERY", "/v1/timeline", json: #"{"limit":5,"lang":["ar"]}"#)
        try service.send("GET", "/v1/timeline/histogram", query: "interval=month&spread=even")
        try service.send("GET", "/v1/events", query: "sort=-salience")
        for id in service.events {
            try service.send("GET", "/v1/events/{id}", id)
            try service.send("GET", "/v1/events/{id}/claims", id)
        }
        try service.send("GET", "/v1/events/{id}", "e_none")
    }

    private func readEntities() throws {
        try service.send("GET", "/v1/entities", query: "limit=1000")
        try service.send("GET", "/v1/entities", query: "q=a&xling=translit")
        try service.send("GET", "/v1/entities/suggest", query: "prefix=a")
        for id in service.entities.prefix(20) {
            for part in ["", "/mentions", "/cooccurrence", "/articles", "/timeline", "/events"] {
                try service.send("GET", "/v1/entities/{id}" + part, id)
            }
        }
        for format in ["json", "graphml", "grafana"] {
            try service.send("GET", "/v1/graph", query: "unit=article&format=" + format)
        }
        try service.send("GET", "/v1/reconcile")
        let queries = "queries=%7B%22q0%22%3A%7B%22query%22%3A%22Iran%22%7D%7D"
        try service.send("GET", "/v1/reconcile", query: queries)
        try service.send("POST", "/v1/reconcile", json: queries, type: "application/x-www-form-urlencoded")
        try service.send("GET", "/v1/reconcile/suggest/entity", query: "prefix=i")
    }

    private func readRows() throws {
        for name in [
            "series", "top", "places", "matrix", "events", "annotations", "cooccurrence", "nodes", "edges",
            "variables",
        ] {
            for query in ["", "envelope=1", "format=csv", "format=ndjson"] {
                try service.send("GET", "/v1/flat/" + name, query: query)
            }
        }
        try service.send("GET", "/v1/flat/series", query: "by=entity,source&fill=1&interval=century")
        try service.send("GET", "/v1/flat/events", query: "limit=2&envelope=1&entity=")
    }

    private func save() throws {
        let body = #"{"title":"a","query":{"q":"canal","source":["!b"]}}"#
        for _ in 0..<2 { try service.send("PUT", "/v1/saved/{id}", "a", json: body) }
        try service.send("GET", "/v1/saved")
        try service.send("GET", "/v1/saved/{id}", "a")
        try service.send("GET", "/v1/saved/{id}/results", "a", query: "limit=1")
        for format in ["jsonfeed", "atom"] {
            try service.send("GET", "/v1/saved/{id}/feed", "a", query: "format=" + format)
            try service.send("GET", "/v1/search/feed", query: "q=canal&format=" + format)
            try service.send("GET", "/v1/timeline", query: "format=" + format)
        }
        try service.send("DELETE", "/v1/saved/{id}", "a")
    }

    private func followChanges() throws {
        for query in ["", "since=0&limit=1000", "since=99999999", "wait=61", "format=sse"] {
            try service.send("GET", "/v1/changes", query: query)
        }
    }

    private func export() throws {
        for kind in ["articles", "events", "entities", "mentions", "claims", "graph"] {
            for query in ["", "format=csv&bom=1", "format=ftm", "bom=2", "limit=3"] {
                try service.send("GET", "/v1/export/" + kind, query: query)
            }
        }
    }

    private func search() throws {
        for query in [
            "q=1956&facets=entity,type,source,lang,year,month,place&explain=1&highlight=html",
            "q=canal&limit=1",
            "q=canal&entity=Egypt", "q=(&strict=1", "",
        ] {
            try service.send("GET", "/v1/search", query: query)
        }
        try service.send("QUERY", "/v1/search", json: #"{"q":"canal"}"#)
        try service.send("POST", "/v1/search", json: #"{"q":"station","explain":true}"#)
        try service.send("GET", "/v1/suggest", query: "prefix=su")
        try service.send("POST", "/v1/analyze", json: #"{"text":"ولأذربيجان. Stations"}"#)
        let set = #"{"terms":["canal","waterway"]}"#
        try service.send("PUT", "/v1/synonyms/{id}", "a", json: set)
        try service.send("PUT", "/v1/synonyms/{id}", "a", json: set)
        try service.send("GET", "/v1/synonyms")
        try service.send("GET", "/v1/synonyms/{id}", "a")
        try service.send("DELETE", "/v1/synonyms/{id}", "a")
        try service.send("GET", "/v1/synonyms/{id}", "a")
    }

    // MARK: Deciding

    private func decide() throws {
        try decideEvents()
        try decideEntities()
        try service.send("GET", "/v1/curation", query: "limit=1000")
        try decideContradictions()
    }

    private func decideEntities() throws {
        let description =
            #""type":"person","label":{"text":"Nobody","lang":"en"},"aliases":["No One"],"external":{"viaf":"1"}"#
        let made = try service.send("POST", "/v1/entities", json: "{\(description)}")
        let id = try #require(try made.object()["id"].string)
        try service.send("POST", "/v1/entities", json: "{\(description)}")
        try service.send("PATCH", "/v1/entities/{id}", id, json: #"{"subtype":"poet"}"#, match: "*")
        try service.send("PATCH", "/v1/entities/{id}", id, json: #"{"subtype":"poet"}"#)
        let qatar = try service.fixture.get("/v1/entities?q=Qatar").object()["items"][0]["id"].string ?? ""
        let mention = try service.fixture.get("/v1/entities/\(qatar)/mentions").object()["items"][0]["id"]
        let split = try service.send(
            "POST", "/v1/entities/{id}/split", qatar, json: #"{"mentions":["\#(mention.string ?? "")"]}"#)
        #expect(split.status == .ok, "\(split.text)")
        let (kept, gone) = (service.entities[0], service.entities[1])
        let merged = try service.send(
            "POST", "/v1/entities/{id}/merge", kept, json: #"{"from":["\#(gone)"]}"#)
        for part in ["", "/mentions", "/cooccurrence", "/articles", "/timeline", "/events"] {
            try service.send("GET", "/v1/entities/{id}" + part, gone)
        }
        try service.send("PATCH", "/v1/entities/{id}", gone, json: #"{"subtype":"poet"}"#, match: "*")
        try service.send("POST", "/v1/entities/{id}/merge", gone, json: #"{"from":["\#(qatar)"]}"#)
        try service.send("POST", "/v1/entities/{id}/split", gone, json: #"{"mentions":["m_1"]}"#)
        let operation = try #require(try merged.object()["operation"]["id"].string)
        try service.send("POST", "/v1/curation/{op}/undo", operation)
        try service.send("POST", "/v1/curation/{op}/undo", operation)
    }

    private func decideEvents() throws {
        let (kept, gone) = (service.events[0], service.events[1])
        try service.send("POST", "/v1/events/{id}/merge", kept, json: #"{"ids":["\#(gone)"],"reason":"one"}"#)
        try service.send("GET", "/v1/events/{id}", gone)
        try service.send("GET", "/v1/events/{id}/claims", gone)
        try service.send("POST", "/v1/events/{id}/merge", gone, json: #"{"ids":["\#(gone)"]}"#)
        try service.send("POST", "/v1/events/{id}/split", gone, json: #"{"claims":["c_1"]}"#)
        for (source, text) in [
            ("A", "Japan opened its embassy in Qatar on 15 June 2004."),
            ("B", "Japan opened its embassy in Qatar on Tuesday 15 June 2004, officials said."),
            ("C", "Japan opened its embassy in Qatar on 19 September 2004."),
        ] {
            try service.send("POST", "/v1/articles", json: #"{"text":"\#(text)","source":"\#(source)"}"#)
        }
        let opening = try service.fixture.get("/v1/events?entity=Qatar").object()["items"][0]
        let (id, claim) = (opening["id"].string ?? "", opening["claims"][0]["id"].string ?? "")
        let split = try service.send("POST", "/v1/events/{id}/split", id, json: #"{"claims":["\#(claim)"]}"#)
        #expect(split.status == .ok, "\(split.text)")
    }

    private func decideContradictions() throws {
        let list = try service.send("GET", "/v1/contradictions")
        let id = try #require(try list.object()["items"][0]["id"].string)
        try service.send("GET", "/v1/contradictions/{id}", id)
        let judged = try service.send(
            "PATCH", "/v1/contradictions/{id}", id, json: #"{"status":"dismissed"}"#, match: "*")
        #expect(judged.status == .ok)
        try service.send("PATCH", "/v1/contradictions/{id}", id, json: "{}", match: "*")
    }

    // MARK: Administration

    private func administer() throws {
        try service.send("POST", "/v1/admin/reannotate")
        try service.send("GET", "/v1/admin/reannotate")
        let feed = try service.send("POST", "/v1/feeds", json: #"{"url":"https://example.org/"}"#)
        let number = try feed.object()["id"].string ?? ""
        for query in ["", "limit=1"] { try service.send("GET", "/v1/feeds", query: query) }
        try service.send("GET", "/v1/feeds/{id}", number)
        try service.send("POST", "/v1/feeds/{id}/poll", number)
        try service.send("DELETE", "/v1/feeds/{id}", number)
        try service.send("POST", "/v1/keys", json: #"{"scopes":[]}"#)
        // The last: with it whoever has none may do nothing.
        let made = try service.send("POST", "/v1/keys", json: #"{"scopes":["admin"]}"#)
        let (key, id) = (try made.object()["secret"].string ?? "", try made.object()["id"].string ?? "")
        #expect(try service.send("GET", "/v1/keys").status == .unauthorized)
        service.key = key
        try service.send("GET", "/v1/keys")
        try service.send("GET", "/v1/keys/{id}", id)
        try service.send("GET", "/v1/audit")
        #expect(try service.send("GET", "/v1/articles").status == .forbidden)
        try service.send("DELETE", "/v1/keys/{id}", id)
    }
}
