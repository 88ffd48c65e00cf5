import Foundation
import HTTPServer
import HTTPTypes
import Testing

/// Parameters are what the document says: what it allows is taken, and what it does not is refused.
struct ParameterTests {
    /// What must be there for a parameter to mean something.
    private static let companions = [
        "bom": "format=csv", "groups": "group_by=year",
    ]
    /// Formats that one can't fill in without knowing more, with a text that is one.
    private static let samples = [
        "date-bound": "1992", "name-query": "a", "facet-text": "a", "search-query": "a",
        "reconciliation-queries": "%7B%7D",
    ]

    let service: DescribedService

    init() throws {
        service = try DescribedService()
        let saved = Array(#"{"query":{"q":"a"}}"#.utf8)
        _ = service.fixture.send(.put, "/v1/saved/x", [.contentType: "application/json"], body: saved)
    }

    @Test func `every route takes what it says, and refuses all else`() throws {
        var count = 0
        for operation in service.document.operations where operation.method == "GET" {
            for parameter in operation.parameters {
                let name = try #require(parameter["name"] as? String)
                let (good, bad) = try values(parameter)
                for value in good {
                    let status = try status(operation, [(name, value)])
                    #expect(status != 400 && status != 406, "\(operation.path)?\(name)=\(value): \(status)")
                }
                for value in bad {
                    let status = try status(operation, [(name, value)])
                    #expect(status == 400 || status == 406, "\(operation.path)?\(name)=\(value): \(status)")
                }
                let isList = (parameter["schema"] as? [String: Any])?["type"] as? String == "array"
                if let value = good.first {
                    let twice = try status(operation, [(name, value), (name, value)])
                    #expect((twice == 400) == !isList, "\(operation.path)?\(name)=\(value) twice: \(twice)")
                }
                count += good.count + bad.count
            }
        }
        #expect(count > 1000)
    }

    @Test func `every route refuses what it does not say`() throws {
        for operation in service.document.operations {
            let method = try #require(HTTPRequest.Method(operation.method))
            let target = try target(operation)
            let response = service.fixture.send(
                method, target + (target.contains("?") ? "&" : "?") + "colour=red",
                [.contentType: "application/json", .accept: "*/*"], body: Array("{}".utf8))
            #expect(response.status == .badRequest, "\(operation.method) \(target)")
            #expect(
                try response.object()["code"].string == "unknown_parameter", "\(operation.method) \(target)")
        }
    }

    /// Also those that mean nothing then.
    @Test(arguments: ["sort=x", "bom=x", "bom=1", "groups=0", "undated=x", "limit=0"])
    func `with groups the other parameters are what they say too`(_ parameter: String) {
        #expect(service.fixture.get("/v1/timeline?group_by=year").status == .ok)
        #expect(service.fixture.get("/v1/timeline?group_by=year&" + parameter).status == .badRequest)
    }

    @Test func `bodies that stand for a query are what they say`() throws {
        let search = try #require(service.document.operation("POST", "/v1/search")).object
        let content = (search["requestBody"] as? [String: Any])?["content"] as? [String: Any]
        let schema = (content?["application/json"] as? [String: Any])?["schema"]
        let bodies = [
            #"{"q":"a"}"#, #"{"q":1}"#, #"{"limit":3,"q":"a"}"#, #"{"limit":"3","q":"a"}"#, #"{"q":["a"]}"#,
            #"{"q":"a","explain":true}"#, #"{"q":"a","explain":1}"#, #"{"q":"a","explain":2}"#,
            #"{"q":"a","typo":1}"#, #"{"q":"a","typo":3}"#, #"{"q":"a","op":true}"#, "{}",
            #"{"q":"a","facets":["year","entity"]}"#, #"{"q":"a","facets":"year,entity"}"#,
            #"{"q":"a","facets":[1]}"#, #"{"q":"a","lang":["ar","!fa"]}"#, #"{"q":"a","lang":"xx"}"#,
            #"{"q":"a","from":694224000000}"#, #"{"q":"a","from":12}"#, #"{"q":"a","from":-5}"#,
            #"{"q":"a","from":true}"#, #"{"q":"a","limit":0}"#, #"{"q":"a","limit":1.5}"#,
            #"{"q":"a","colour":"red"}"#, #"{"q":"a","format":"json"}"#, #"{"q":"a","limit":null}"#,
        ]
        for body in bodies {
            let value = try #require(try JSON(Array(body.utf8)).value)
            let isValid = service.document.validator.failures(value, schema).isEmpty
            let status = service.fixture.post("/v1/search", json: body).status.code
            #expect((status == 200) == isValid, "\(body): \(status)")
        }
    }

    // MARK: Values

    /// Values that a parameter may have, and values that it may not.
    private func values(_ parameter: [String: Any]) throws -> (good: [String], bad: [String]) {
        let schema = try #require(parameter["schema"] as? [String: Any])
        if let items = schema["items"] as? [String: Any] {
            return listed(try #require(items["pattern"] as? String))
        }
        if let words = schema["enum"] as? [String] { return (words, ["no-such-word", ""]) }
        let bounds = ["minimum", "maximum"].map { (schema[$0] as? NSNumber)?.intValue }
        switch schema["type"] as? String {
        case "integer", "number":
            let bad =
                ["x", ""]
                + [bounds[0].map { $0 - 1 }, bounds[1].map { $0 + 1 }].compactMap(\.self).map(String.init)
            return (bounds.compactMap(\.self).map(String.init), bad)
        default:
            guard let format = schema["format"] as? String else { return (["a"], []) }
            let isFree = ["name-query", "facet-text", "search-query"].contains(format)
            return ([Self.samples[format]].compactMap(\.self), isFree ? [] : ["no-such-thing"])
        }
    }

    /// Of the patterns that lists have.
    private func listed(_ pattern: String) -> (good: [String], bad: [String]) {
        let mayBeNegated = pattern.hasPrefix("^!?")
        guard let open = pattern.firstIndex(of: "("), pattern[..<open].count < 4 else {
            return (["x", "!x", "x,y"], ["x,,y", ",x", "!"] + (pattern.hasPrefix("^$|") ? [] : [""]))
        }
        let words = pattern[open...].dropFirst().prefix { $0 != ")" }.split(separator: "|").map(String.init)
        let negated = ["!" + words[0]]
        let good = words + [words.joined(separator: ",")] + (mayBeNegated ? negated : [])
        return (good, ["no-such-word", words[0] + ",", ""] + (mayBeNegated ? [] : negated))
    }

    // MARK: Targets

    private func status(
        _ operation: APIDocument.Operation, _ parameters: [(name: String, value: String)]
    ) throws -> Int {
        var query = parameters.map { "\($0.name)=\($0.value)" }
        let names = parameters.map(\.name)
        for parameter in operation.parameters {
            guard let name = parameter["name"] as? String, !names.contains(name) else { continue }
            if parameter["required"] != nil { query.append(name + "=a") }
        }
        let companion = operation.path == "/" ? "format=html" : names.first.flatMap { Self.companions[$0] }
        if let companion, !names.contains("format") { query.append(companion) }
        let target = try target(operation)
        return service.fixture.get(
            target.prefix { $0 != "?" } + "?" + query.joined(separator: "&"), [.accept: "*/*"]
        )
        .status.code
    }

    /// A target that leads somewhere.
    private func target(_ operation: APIDocument.Operation) throws -> String {
        let segments = operation.path.split(separator: "/")
        let known: [Substring: String?] = [
            "articles": service.articles.first, "events": service.events.first,
            "entities": service.entities.first,
            "assets": "app.js", "problems": "not_found",
        ]
        let path = zip(segments, [""] + segments).map { segment, before in
            segment.hasPrefix("{") ? (known[before] ?? nil) ?? "x" : String(segment)
        }
        return "/" + path.joined(separator: "/")
    }
}
