import ArticleStore
import Foundation
import HTTPServer
import HTTPTypes
import Testing

/// The sample article of the evaluation sets.
enum Sample {
    private static let folder =
        ProcessInfo.processInfo.environment["TARIKH_EVAL"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../shared/eval"
    static let text: [UInt8]? = FileManager.default.contents(
        atPath: folder + "/sample/azerbaijan-israel.txt"
    ).map { [UInt8]($0) }
}

/// The sample article through the whole service, where the evaluation sets are at hand.
@Suite(.enabled(if: Sample.text != nil))
struct SampleArticleTests {
    let fixture: Fixture
    let posted: Response
    let article: JSON
    let text: [Unicode.Scalar]

    init() throws {
        let bytes = try #require(Sample.text)
        fixture = try Fixture()
        posted = fixture.send(.post, "/v1/articles", [.contentType: "text/plain"], body: bytes)
        article = try posted.object()
        text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }

    private var id: String { article["id"].string ?? "" }

    private func characters(_ span: Range<Int>?) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[span ?? 0..<0])
        return String(view)
    }

    @Test func `it is stored once, byte for byte`() throws {
        #expect(posted.status == .created)
        #expect(article["created"].flag == true)
        let again = fixture.send(
            .post, "/v1/articles", [.contentType: "text/plain"], body: try #require(Sample.text))
        #expect(again.status == .ok)
        #expect(try again.object()["created"].flag == false)
        #expect(try again.object()["id"].string == id)
        #expect(fixture.get("/v1/articles/\(id)/text").body == Sample.text)
        #expect(article["counts"]["chars"].integer == 5375)
        #expect(article["title"]["span"].span == 0..<50)
        #expect(article["lang"].string == "ar")
        #expect(article["dir"].string == "rtl")
    }

    @Test func `the debris is named where it stands`() {
        let repairs = article["quality"]["repairs"].array
        #expect(repairs.map { $0["raw"].string } == ["/span>", "/p>"])
        #expect(repairs.map { $0["span"].span } == [448..<454, 3482..<3485])
        for repair in repairs { #expect(characters(repair["span"].span) == repair["raw"].string) }
    }

    @Test func `the clean text is the raw one without the debris`() {
        let clean = fixture.get("/v1/articles/\(id)/text?view=clean").text
        #expect(clean.unicodeScalars.count == 5375 - 6 - 3)
        #expect(!clean.contains("span>"))
    }

    @Test func `blocks and their text agree`() throws {
        let blocks = try fixture.get("/v1/articles/\(id)/blocks").object()["items"].array
        #expect(blocks.count == article["counts"]["blocks"].integer)
        for block in blocks { #expect(characters(block["span"].span) == block["text"].string) }
        let first = try #require(blocks.first { $0["kind"].string == "list_item" })
        #expect(first["text"].string == "1992: إقامة العلاقات الدبلوماسية")
        #expect(first["span"].span == 1655..<1687)
        #expect(first["ordinal"].integer == 1)
    }

    @Test func `attributions name who is credited`() {
        let roles = article["attribution"].array
        for credit in roles { #expect(characters(credit["span"].span) == credit["name"].string) }
        #expect(roles.contains { $0["role"].string == "origin" && $0["span"].span == 5354..<5373 })
        #expect(roles.contains { $0["role"].string == "translator" && $0["span"].span == 5306..<5328 })
    }

    @Test(arguments: ["سفارة", "السفارة", "تسنیم", "Elbit"])
    func `words are found where they stand`(_ word: String) throws {
        let query = word.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let found = try fixture.get("/v1/search?q=" + query).object()
        let hit = found["items"][0]
        #expect(hit["article_id"].string == id)
        let snippets = hit["snippets"].array
        #expect(!snippets.isEmpty)
        for snippet in snippets {
            let span = try #require(snippet["span"].span)
            #expect(characters(span) == snippet["text"].string)
            let matches = snippet["matches"].array
            #expect(!matches.isEmpty)
            for match in matches {
                let matched = try #require(match["span"].span)
                #expect(span.contains(matched.lowerBound) && matched.upperBound <= span.upperBound)
                // The stem of each word, as every form of it has it.
                let stem =
                    ["سفارة": "سفار", "السفارة": "سفار", "تسنیم": "تسن", "Elbit": "Elbit"][word] ?? word
                #expect(characters(matched).contains(stem))
            }
        }
    }

    @Test(arguments: ["utf16", "utf8"])
    func `spans come in the unit asked for`(_ unit: String) throws {
        let snippet = try fixture.get("/v1/search?q=Elbit&offset_unit=" + unit).object()["items"][0][
            "snippets"][0]
        let span = try #require(snippet["matches"][0]["span"].span)
        let bytes = try #require(Sample.text)
        let found =
            unit == "utf8"
            ? String(decoding: bytes[span], as: UTF8.self)
            : String(decoding: Array(String(decoding: bytes, as: UTF8.self).utf16)[span], as: UTF16.self)
        #expect(found == "Elbit")
    }

    @Test func `parsing says what storing says`() throws {
        let parsed = try fixture.send(
            .post, "/v1/parse", [.contentType: "text/plain"], body: try #require(Sample.text)
        ).object()
        #expect(parsed["article"].keys == article.keys)
        #expect(parsed["events"].array.count == article["counts"]["events"].integer)
        #expect(parsed["mentions"].array.count == article["counts"]["mentions"].integer)
        for mention in parsed["mentions"].array {
            #expect(characters(mention["span"].span) == mention["text"].string)
        }
    }

    /// EDTF and the spans of the words that say so, as the contract lists them.
    private static let timeline: [(edtf: String, spans: [Range<Int>], status: String)] = [
        ("1991", [541..<549], "occurred"), ("1992-04-07", [992..<1004, 1655..<1659], "occurred"),
        ("1993", [1038..<1046, 1688..<1692], "occurred"), ("2018/2022", [1489..<1502], "occurred"),
        ("2021", [3823..<3831], "occurred"), ("2022", [1729..<1733], "announced"),
        ("2022", [2518..<2526], "occurred"),
        ("2023-03", [1096..<1105, 1774..<1783, 4910..<4918], "occurred"),
        ("2024-02", [4961..<4972], "occurred"),
    ]

    @Test func `the timeline has the rows of the contract`() throws {
        let events = try fixture.get("/v1/timeline").object()["items"].array
        let rows = events.map { event in
            (
                edtf: event["date"]["edtf"].string ?? "", status: event["status"].string ?? "",
                spans: event["claims"].array.compactMap { $0["date_span"].span }
            )
        }
        #expect(rows.count == Self.timeline.count)
        for expected in Self.timeline {
            let row = rows.first { row in
                // A span may take in the preposition before the date.
                row.edtf == expected.edtf && row.status == expected.status
                    && row.spans.count == expected.spans.count
                    && expected.spans.allSatisfy { span in
                        row.spans.contains {
                            $0.upperBound == span.upperBound && $0.lowerBound <= span.lowerBound
                        }
                    }
            }
            #expect(row != nil, "\(expected)")
        }
        let lower = events.map { $0["date"]["lower"].string ?? "" }
        #expect(lower == lower.sorted())
        // The appointment of the title has no date, and gets none.
        let undated = try fixture.get("/v1/articles/\(id)/events").object()["items"].array.filter {
            $0["date"]["edtf"].string == nil
        }
        #expect(undated.map { $0["kind"].string } == ["appointment"])
        #expect(undated.first?["title"]["text"].string?.hasPrefix("تعيين") == true)
        #expect(events.allSatisfy { $0["contradictions"].array.isEmpty })
    }
}
