import Articles
import HTTPServer
import HTTPTypes
import Testing

/// What is wrong is told with the right status, code and place.
struct BadRequestTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private func expect(_ response: Response, _ status: Int, _ code: String) throws {
        #expect(response.status.code == status)
        #expect(response.fields[.contentType] == "application/problem+json")
        #expect(try response.object()["code"].string == code)
        #expect(try response.object()["status"].integer == status)
    }

    @Test(arguments: [
        ("no json", 400, "bad_request", ""), (#"{"text":1}"#, 400, "bad_request", "/text"),
        (#"{"text":"a","colour":"red"}"#, 400, "bad_request", "/colour"),
        (#"{"text":"a","tags":"b"}"#, 400, "bad_request", "/tags"),
        (#"{"text":""}"#, 422, "empty_text", "/text"), (#"{"text":" \n "}"#, 422, "empty_text", "/text"),
        (#"{"html":"<p>"}"#, 422, "empty_text", "/text"),
        (#"{"html":1}"#, 400, "bad_request", "/html"),
    ])
    func `a bad body`(_ json: String, _ status: Int, _ code: String, _ pointer: String) throws {
        for path in ["/v1/articles", "/v1/parse"] {
            let response = fixture.post(path, json: json)
            try expect(response, status, code)
            #expect(try response.object()["errors"][0]["pointer"].string == pointer)
        }
    }

    @Test func `bytes that are not UTF-8`() throws {
        let response = fixture.send(.post, "/v1/articles", [.contentType: "text/plain"], body: [0x61, 0xff])
        try expect(response, 422, "invalid_utf8")
    }

    @Test func `an article of 3 MiB`() throws {
        let text = [UInt8](repeating: 0x61, count: 3 << 20)
        try expect(
            fixture.send(.post, "/v1/articles", [.contentType: "text/plain"], body: text), 413, "too_large")
        let json = Array(#"{"text":""#.utf8) + text + Array(#""}"#.utf8)
        try expect(
            fixture.send(.post, "/v1/articles", [.contentType: "application/json"], body: json), 413,
            "too_large")
    }

    @Test(arguments: ["application/pdf", "text/plain; charset=klingon", "", "image/png"])
    func `a body of another kind`(_ type: String) throws {
        let fields: HTTPFields = type.isEmpty ? [:] : [.contentType: type]
        let response = fixture.send(.post, "/v1/articles", fields, body: [0x61])
        try expect(response, 415, "unsupported_media_type")
        let available = response.fields.first { $0.name.canonicalName == "accept-post" }?.value
        #expect(
            (available?.hasPrefix("application/json, text/html, text/plain,") == true)
                != type.contains("charset"))
    }

    @Test(arguments: [
        ("/v1/articles?colour=red", "unknown_parameter", "colour"),
        ("/v1/articles?offset=10", "unknown_parameter", "offset"),
        ("/v1/timeline?fields=id", "unknown_parameter", "fields"),
        ("/v1/stats?x", "unknown_parameter", "x"),
        ("/v1/articles?limit=0", "invalid_parameter", "limit"),
        ("/v1/articles?limit=1001", "invalid_parameter", "limit"),
        ("/v1/articles?limit=ten", "invalid_parameter", "limit"),
        ("/v1/articles?limit=1&limit=2", "invalid_parameter", "limit"),
        ("/v1/articles?sort=size", "invalid_parameter", "sort"),
        ("/v1/articles?source=%ff", "invalid_parameter", "source"),
        ("/v1/articles?source=%4", "invalid_parameter", "source"),
        ("/v1/articles?lang=xx", "invalid_parameter", "lang"),
        ("/v1/articles?entity=a,,b", "invalid_parameter", "entity"),
        ("/v1/timeline?from=2023-13", "invalid_parameter", "from"),
        ("/v1/timeline?to=soon", "invalid_parameter", "to"),
        ("/v1/timeline?from=2000&to=1999", "invalid_parameter", "to"),
        ("/v1/timeline?match=perhaps", "invalid_parameter", "match"),
        ("/v1/timeline?precision=hour", "invalid_parameter", "precision"),
        ("/v1/entities?type=planet", "invalid_parameter", "type"),
        ("/v1/search", "invalid_parameter", "q"),
        ("/v1/search?q=a&highlight=xml", "invalid_parameter", "highlight"),
        ("/v1/search?q=a&op=xor", "invalid_parameter", "op"),
        ("/v1/search?q=a&in=footer", "invalid_parameter", "in"),
        ("/v1/search?q=a&match=fuzzy", "invalid_parameter", "match"),
        ("/v1/search?q=a&typo=3", "invalid_parameter", "typo"),
        ("/v1/search?q=a&strict=maybe", "invalid_parameter", "strict"),
        ("/v1/search?q=a&facets=colour", "invalid_parameter", "facets"),
        ("/v1/search?q=a&facet_limit=0", "invalid_parameter", "facet_limit"),
        ("/v1/search?q=a&timeout_ms=-1", "invalid_parameter", "timeout_ms"),
        ("/v1/search?q=a&entity_type=planet", "invalid_parameter", "entity_type"),
        ("/v1/search?q=a&xling=everything", "invalid_parameter", "xling"),
        ("/v1/suggest", "invalid_parameter", "prefix"),
        ("/v1/search?q=a&offset_unit=byte", "invalid_parameter", "offset_unit"),
        ("/v1/search?q=a&precision=day", "unknown_parameter", "precision"),
        ("/v1/articles?cursor=abc", "invalid_cursor", "cursor"),
        ("/v1/search?q=a&cursor=%00", "invalid_cursor", "cursor"),
    ])
    func `a bad parameter`(_ target: String, _ code: String, _ parameter: String) throws {
        let response = fixture.get(target)
        try expect(response, 400, code)
        #expect(try response.object()["errors"][0]["parameter"].string == parameter)
    }

    @Test func `a misspelt parameter is told the right one`() throws {
        #expect(
            try fixture.get("/v1/timeline?form=1990").object()["detail"].string?.contains("'from'") == true)
    }

    @Test func `a problem is written with every key`() throws {
        let response = fixture.get("/v1/timeline?from=2023-13", requestID: "r-1")
        #expect(
            response.text == """
                {"type":"/v1/problems/invalid_parameter","title":"Invalid parameter","status":400,\
                "detail":"'from' is not a date: '2023-13'","instance":"/v1/timeline","code":"invalid_parameter",\
                "request_id":"r-1","trace_id":null,\
                "errors":[{"parameter":"from","code":"invalid_edtf","detail":"month 13","offset":5}],\
                "error":{"code":"invalid_parameter","message":"'from' is not a date: '2023-13'"}}
                """)
    }

    @Test func `a query over the limit`() throws {
        try expect(fixture.get("/v1/search?q=" + String(repeating: "a", count: 513)), 400, "invalid_query")
    }

    @Test(arguments: [
        "/v1/articles/a_zz", "/v1/articles/zz", "/v1/articles/a_zz/text", "/v1/articles/a_zz/blocks",
        "/v1/articles/a_zz/events", "/v1/events/e_zz", "/v1/events/e_zz/claims", "/v1/entities/n_zz",
        "/v1/entities/n_zz/timeline", "/v1/entities/n_zz/mentions", "/v1/problems/zz", "/v1/flat",
        "/v1/openapi", "/v2",
    ])
    func `what is not there`(_ target: String) throws {
        try expect(fixture.get(target), 404, "not_found")
    }

    @Test func `a wrong method`() throws {
        let response = fixture.send(.put, "/v1/timeline")
        try expect(response, 405, "method_not_allowed")
        #expect(response.fields[.allow]?.contains("GET") == true)
    }

    @Test(arguments: ["text/html", "application/json;q=0", "text/plain, application/xml", "*/*;q=0"])
    func `a form that there is not`(_ accept: String) throws {
        try expect(fixture.get("/v1/timeline", [.accept: accept]), 406, "not_acceptable")
    }

    @Test(arguments: [
        "*/*", "application/*;q=0.1", "text/html, application/json", "", "Application/JSON; q=1",
    ])
    func `a form that there is`(_ accept: String) {
        #expect(fixture.get("/v1/timeline", [.accept: accept]).status == .ok)
    }

    @Test func `the format parameter wins over the field`() throws {
        #expect(fixture.get("/v1/timeline?format=json", [.accept: "text/html"]).status == .ok)
        try expect(fixture.get("/v1/events?format=csv"), 406, "not_acceptable")
    }

    @Test func `every problem has a type that can be read`() throws {
        for code in ["not_found", "empty_text", "unknown_parameter", "cursor_expired", "storage_exhausted"] {
            #expect(try fixture.get("/v1/problems/" + code).object()["code"].string == code)
        }
    }
}
