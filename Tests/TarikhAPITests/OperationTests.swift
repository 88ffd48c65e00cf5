import ArticleStore
import HTTPServer
import HTTPTypes
import Testing

struct OperationTests {
    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        _ = try fixture.store.insert([Fixture.article("وقعت", year: 1992)])
    }

    @Test(arguments: ["/livez", "/readyz", "/startupz", "/healthz"])
    func `health is told`(_ path: String) throws {
        let response = fixture.get(path)
        #expect(response.status == .ok)
        #expect(try response.object()["status"].string == "ok")
    }

    @Test func `readiness names what it checked`() {
        #expect(
            fixture.get("/readyz").text == #"{"status":"ok","checks":{"log":"ok","index":"ok","disk":"ok"}}"#)
    }

    @Test func `links of the service document lead somewhere`() throws {
        let document = try fixture.get("/").object()
        #expect(document["name"].string == "tarikh")
        for key in document["links"].keys {
            let link = try #require(document["links"][key].string)
            // What a batch comes to has no address of its own.
            let response = key == "batch" ? fixture.post(link, json: "{}") : fixture.get(link)
            #expect(response.status != .notFound, "\(key)")
        }
        for key in ["articles", "batch", "flat", "saved"] { #expect(document["links"].keys.contains(key)) }
        #expect(fixture.get(try #require(document["docs"].string)).status == .ok)
    }

    @Test func `counts are told`() throws {
        let statistics = try fixture.get("/v1/stats").object()
        #expect(statistics["articles"].integer == 1)
        #expect(statistics["events"].integer == 1)
        #expect(statistics["entities"].integer == 1)
        #expect(statistics["index_lag"].integer == 0)
        #expect(try fixture.get("/v1/version").object()["name"].string == "tarikh")
    }

    @Test func `requests are counted by route`() throws {
        _ = fixture.get("/v1/articles/a_1")
        _ = fixture.get("/v1/articles/a_2")
        _ = fixture.get("/v1/nowhere/at/all")
        _ = fixture.post("/v1/articles", json: #"{"text":"سفارة"}"#)
        let text = fixture.get("/metrics").text
        for line in [
            #"tarikh_http_requests_total{method="GET",route="/v1/articles/{id}",status="404"} 1"#,
            #"tarikh_http_requests_total{method="GET",route="unmatched",status="404"} 1"#,
            #"http_server_request_duration_seconds_count{http_request_method="GET",http_route="/v1/articles/{id}"} 2"#,
            #"tarikh_ingest_total{result="created"} 1"#, "tarikh_articles 2", "tarikh_index_lag_sequences 0",
            "tarikh_parse_seconds_count 1",
        ] {
            #expect(text.contains("\n" + line + "\n"), "\(line)")
        }
        #expect(text.contains("process_resident_memory_bytes "))
        #expect(text.contains("tarikh_build_info{version="))
    }
}
