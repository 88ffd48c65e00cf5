import HTTPServer
import HTTPTypes
import Testing

/// Articles: taking them in, and what is given of them.
extension AnswerTests {
    func readArticles() throws {
        try service.send("GET", "/v1/articles", query: "entity=" + (service.entities.first ?? ""))
        for id in service.articles {
            for part in ["", "/text", "/blocks", "/events", "/entities", "/mentions"] {
                try service.send("GET", "/v1/articles/{id}" + part, id)
            }
        }
        let body = #"{"text":"افتتحت أذربيجان سفارتها في إسرائيل في 29 مارس 2023.","title":"a","source":"b"}"#
        try service.send("POST", "/v1/parse", json: body)
        try service.send("POST", "/v1/parse", json: "{}")
        try service.send("POST", "/v1/parse", json: " ", type: "text/plain")
        let made = try service.send("POST", "/v1/articles", json: body).object()["id"].string ?? ""
        try service.send("POST", "/v1/articles", json: body)
        try revise(made)
        try service.send("DELETE", "/v1/articles/{id}", made)
        #expect(try service.send("GET", "/v1/articles/{id}", made).status == .gone)
    }

    func readArticleForms() throws {
        let path = "/v1/articles/{id}"
        let parameters = service.document.operation("GET", path)?.parameters ?? []
        let format = try #require(parameters.first { $0["name"] as? String == "format" })
        let forms = (format["schema"] as? [String: Any])?["enum"] as? [String] ?? []
        #expect(
            Set(forms).isSuperset(of: [
                "json", "jsonld", "ninjs", "ninjs2", "markdown", "text", "html", "annotations",
            ]))
        for id in service.articles {
            for form in forms {
                let answer = try service.send("GET", path, id, query: "format=" + form)
                #expect(answer.status == .ok)
            }
        }
    }

    /// Each media type that a document may have is taken as the document says, and no other.
    func takeDocuments() throws {
        let documents = SampleDocument.byMediaType
        for (path, isFeedTaken) in [
            ("/v1/articles", true), ("/v1/parse", false), ("/v1/articles/batch", true),
        ] {
            let lines = ["application/x-ndjson", "application/ndjson", "application/jsonl"]
            let described = try service.bodies("POST", path)
            let expected = documents.filter { isFeedTaken || !$0.isFeed }.map(\.type)
            #expect(described.subtracting(lines) == Set(expected))
            #expect(described.isSuperset(of: lines) == (path == "/v1/articles/batch"))
            for document in documents {
                let answer = try service.send("POST", path, json: document.body, type: document.type)
                let isTaken = isFeedTaken || !document.isFeed
                let isMade = path == "/v1/articles" && !document.isFeed
                let status = !isTaken ? 422 : isMade ? 201 : 200
                #expect(answer.status.code == status, "\(path) \(document.type): \(answer.text)")
                // Not there for the next way in.
                if isMade {
                    try service.send("DELETE", "/v1/articles/{id}", answer.object()["id"].string ?? "")
                }
            }
        }
        let page = #"{"html":"<p>The tunnel was dug in 1950.</p>","authors":[]}"#
        #expect(try service.send("POST", "/v1/parse", json: page).status == .badRequest)
        let both = #"{"html":"<p>The tunnel was dug in 1950.</p>","text":"a"}"#
        #expect(try service.send("POST", "/v1/parse", json: both).status == .badRequest)
    }

    func takeBatches() throws {
        let path = "/v1/articles/batch"
        let lines = "{\"text\":\"It rained in 1951.\"}\n{\n{\"html\":\"<p>It snowed in 1952.</p>\"}\n"
        for type in ["application/x-ndjson", "application/ndjson", "application/jsonl"] {
            #expect(try service.send("POST", path, json: lines, type: type).status == .ok)
            let refused = try service.send("POST", path, query: "atomic=1", json: lines, type: type)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.fields[.contentType] == "application/x-ndjson")
        }
        let made = try service.send(
            "POST", path, query: "atomic=true", json: #"{"text":"It hailed in 1953."}"#,
            type: "application/x-ndjson")
        #expect(made.status == .created)
        // Wrong as a whole.
        let empty = try service.send("POST", path, json: " ", type: "text/plain; charset=klingon")
        #expect(empty.status == .unsupportedMediaType)
        let deep = String(repeating: "[", count: 1000)
        let refused = try service.send("POST", path, json: deep, type: "application/feed+json")
        #expect(refused.status == .contentTooLarge)
        let binary = service.fixture.send(
            .post, "/v1/articles/batch", [.contentType: "text/plain"], body: [0xff])
        #expect(binary.status == .unprocessableContent)
        let operation = try #require(service.document.operation("POST", path))
        #expect(service.document.failures(binary, operation) == [])
    }
}
