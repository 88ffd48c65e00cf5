import Articles
import HTTPServer
import HTTPTypes
import TarikhAPI
import Testing
import TextAnalysis

struct ArticleInputTests {
    private func read(_ json: String) throws -> ArticleInput {
        try ArticleInput(json: Array(json.utf8))
    }

    private func pointer(_ json: String) -> String? {
        do {
            _ = try read(json)
            return nil
        } catch IngestionError.malformed(let code, let pointer, _) {
            return code + " " + pointer
        } catch {
            return "\(error)"
        }
    }

    @Test func `every member is read`() throws {
        let input = try read(
            """
            {"text":"نص \\"1\\"","title":"ع","url":"https://example.org/?a=1","external_id":"x","source":"س",
             "published_at":"2024-02-29T23:30:00.5+03:30","lang":"fa-IR","tags":["a","ب"]}
            """)
        #expect(input.text == Array("نص \"1\"".utf8))
        #expect(
            input.metadata
                == ArticleMetadata(
                    title: "ع", url: "https://example.org/?a=1", externalID: "x", source: "س",
                    publishedAt: 1_709_236_800, language: .persian, tags: ["a", "ب"]))
    }

    @Test func `null and empty members are absent`() throws {
        let input = try read(#"{"text":"a","title":null,"source":"","published_at":null,"tags":null}"#)
        #expect(input == ArticleInput(text: [97]))
    }

    @Test(arguments: [
        (#""2023-03-01""#, 1_677_628_800 as Int64), ("1677628800999", 1_677_628_800), ("-1", -1),
        (#""1970-01-01T00:00:00Z""#, 0), (#""2016-12-31T23:59:60Z""#, 1_483_228_799),
    ])
    func `times in three notations`(_ value: String, _ seconds: Int64) throws {
        #expect(try read(#"{"text":"a","published_at":\#(value)}"#).metadata.publishedAt == seconds)
    }

    @Test(arguments: [
        ("", "invalid_json "), ("{", "invalid_json "), (#"{"text":"\ud800"}"#, "invalid_json "),
        ("[]", "wrong_type "), ("3", "wrong_type "), ("{}", "missing /text"),
        (#"{"text":1}"#, "wrong_type /text"), (#"{"text":null}"#, "wrong_type /text"),
        (#"{"text":"a","tags":["a",1]}"#, "wrong_type /tags/1"),
        (#"{"text":"a","titel":"b"}"#, "unknown_member /titel"),
        (#"{"text":"a","a/b":1}"#, "unknown_member /a~1b"),
        (#"{"text":"a","published_at":true}"#, "wrong_type /published_at"),
        (#"{"text":"a","published_at":"yesterday"}"#, "invalid_date /published_at"),
        (#"{"text":"a","published_at":"2023-02-29"}"#, "invalid_date /published_at"),
        (#"{"text":"a","lang":"!"}"#, "invalid_language /lang"),
    ])
    func `what is wrong is named`(_ json: String, _ expected: String) {
        #expect(pointer(json) == expected)
    }

    @Test func `a misspelt member is told the right one`() {
        do {
            _ = try read(#"{"text":"a","titel":"b"}"#)
            Issue.record("accepted")
        } catch {
            #expect((error as? IngestionError)?.problem.detail.contains("did you mean 'title'?") == true)
        }
    }

    @Test func `what the sender says counts more than what a page says`() throws {
        let html = "<title>Page</title><meta name=author content='Jane Doe'><p>The bridge was opened.</p>"
        let input = try read(#"{"html":"\#(html)","title":"Sender","tags":["a"]}"#)
        #expect(input.text == Array("The bridge was opened.".utf8))
        #expect(input.metadata.title == "Sender" && input.metadata.authors == ["Jane Doe"])
        let origins = input.metadata.reception?.origins.map { $0.field.rawValue + " " + $0.place }
        #expect(origins == ["title request", "authors meta:author", "text density", "tags request"])
        #expect(pointer(#"{"html":"<p>a","text":"a"}"#) == "conflict /html")
        #expect(pointer(#"{"html":1}"#) == "wrong_type /html")
    }

    @Test func `a page that is nested too deep is refused with the limit`() {
        let html = String(repeating: "<div>", count: 1000)
        do {
            _ = try read(#"{"html":"\#(html)"}"#)
            Issue.record("accepted")
        } catch {
            let problem = (error as? IngestionError)?.problem
            #expect(problem?.status == .contentTooLarge && problem?.items.first?.code == "too_deep")
            #expect(
                problem?.items.first?.place == .pointer("/html") && problem?.detail.contains("512") == true)
        }
    }

    @Test func `a text over the limit is refused in both forms`() {
        let text = [UInt8](repeating: 97, count: ArticleParser.maximumTextBytes + 1)
        let error = IngestionError.tooLarge(limit: ArticleParser.maximumTextBytes)
        #expect(throws: error) { try ArticleInput(plainText: text) }
        #expect(throws: error) {
            try ArticleInput(json: Array(#"{"text":""#.utf8) + text + Array(#""}"#.utf8))
        }
    }

    @Test func `invalid UTF-8 is found where it is`() {
        #expect(throws: IngestionError.invalidUTF8(offset: 2)) {
            try ArticleInput(plainText: [0xd8, 0xa7, 0xff])
        }
        #expect(throws: IngestionError.invalidUTF8(offset: 9)) {
            try ArticleInput(json: Array(#"{"text":""#.utf8) + [0xc0, 0xaf, 0x22, 0x7d])
        }
    }

    @Test(arguments: [
        (0 as Int64, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (1_790_589_600, "2026-09-28T10:00:00Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"),
    ])
    func `times are written in UTC`(_ seconds: Int64, _ text: String) {
        #expect(Timestamp.string(seconds) == text)
        #expect(Timestamp.seconds(text) == seconds)
    }
}
