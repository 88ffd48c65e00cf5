import HTTPServer
import HTTPTypes
import Testing

struct SuggestionRouteTests {
    let service: EntityFixture

    init() throws { service = try EntityFixture() }

    @Test func `a suggestion is written with every key`() throws {
        let response = service.get("/v1/entities/suggest?prefix=Eg")
        #expect(
            response.text == """
                {"prefix":"Eg","items":[{"id":"n_egypt","type":"place","subtype":"country",\
                "label":{"text":"مصر","lang":"ar","dir":"rtl"},"articles":4,"matched_by":{"by":"alias",\
                "match":"prefix","text":"Egypt","lang":"en","kind":"translation"}}],"complete":true,"as_of":4}
                """)
    }

    @Test func `the most frequent come first, and types and reach choose`() throws {
        func ids(_ query: String) throws -> [String?] {
            try service.get("/v1/entities/suggest?" + query).object()["items"].array.map { $0["id"].string }
        }
        #expect(try ids("prefix=ا") == ["n_egypt", "n_iran", "n_raisi"])
        #expect(try ids("prefix=ا&type=person") == ["n_raisi"])
        #expect(try ids("prefix=Ebrahim&xling=translit") == ["n_raisi"])
        #expect(try ids("prefix=Ebrahim") == [] && ids("prefix=Egypt&xling=off") == [])
        #expect(try ids("prefix=ا&limit=1") == ["n_egypt"])
    }

    @Test(arguments: [
        ("", "prefix", "missing"), ("prefix=a&limit=0", "limit", "out_of_range"),
        ("prefix=a&limit=101", "limit", "out_of_range"), ("prefix=a&type=thing", "type", "unknown_value"),
        ("prefix=a&xling=yes", "xling", "unknown_value"), ("q=a", "q", "unknown_parameter"),
        ("prefix=" + String(repeating: "a", count: 401), "prefix", "too_long"),
    ])
    func `what is wrong is said`(query: String, parameter: String, code: String) throws {
        let response = service.get("/v1/entities/suggest?" + query)
        #expect(response.status == .badRequest)
        let error = try response.object()["errors"][0]
        #expect(error["parameter"].string == parameter && error["code"].string == code)
    }

    @Test func `it is not sent again while nothing changes`() throws {
        let tag = try #require(service.get("/v1/entities/suggest?prefix=E").fields[.eTag])
        #expect(service.get("/v1/entities/suggest?prefix=E", [.ifNoneMatch: tag]).status == .notModified)
    }
}
