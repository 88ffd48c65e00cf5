import ArticleStore
import HTTPServer
import HTTPTypes
import TestSupport
import Testing

/// Searches whose best 50 hits are ranked anew, page by page.
struct RankedPagingTests {
    private static let words =
        "سفارة السفارة سفارات وزير الوزير وزارة نفط النفط باكو حكومة الحكومة اتفاق اتفاقية اتفاقيات مدينة"
        .split(separator: " ")
    private static let query = "/v1/search?q=%D8%B3%D9%81%D8%A7%D8%B1%D8%A9%20%D9%86%D9%81%D8%B7&op=or"

    let fixture: Fixture

    init() throws {
        fixture = try Fixture()
        var numbers = SeededGenerator(seed: 11)
        _ = try fixture.store.insert(
            (0..<300).map { year in
                let count = Int.random(in: 1...9, using: &numbers)
                let text = (0..<count).map { _ in
                    Self.words[Int.random(in: 0..<Self.words.count, using: &numbers)]
                }
                return Fixture.article(text.joined(separator: " "), year: 1700 + year)
            })
    }

    private struct Page {
        var ids: [String]
        var scores: [Double]
        var next: String?
        var status: Int
    }

    private func page(_ target: String) throws -> Page {
        let response = fixture.get(target)
        let object = try response.object()
        let items = object["items"].array
        return Page(
            ids: items.compactMap { $0["article_id"].string },
            scores: items.compactMap { $0["score"].double },
            next: object["page"]["next_cursor"].string, status: Int(response.status.code))
    }

    private func pages(_ limit: Int, between change: (Int) throws -> Void = { _ in }) throws -> Page {
        var all = try page(Self.query + "&limit=\(limit)")
        var count = 1
        while let next = all.next, count < 400 {
            try change(count)
            let more = try page(Self.query + "&limit=\(limit)&cursor=\(next)")
            #expect(more.status == 200)
            #expect(!more.ids.isEmpty)
            all.ids += more.ids
            all.scores += more.scores
            all.next = more.next
            count += 1
        }
        return all
    }

    @Test(arguments: [1, 7, 25, 49, 50, 51, 99])
    func `pages of any size show the same list`(limit: Int) throws {
        let whole = try page(Self.query + "&limit=1000")
        #expect(whole.ids.count > 100)
        #expect(Set(whole.ids).count == whole.ids.count)
        #expect(whole.scores == whole.scores.sorted(by: >))
        let all = try pages(limit)
        #expect(all.ids == whole.ids)
        #expect(all.scores == whole.scores)
    }

    @Test func `what changes between pages moves nothing`() throws {
        let whole = try page(Self.query + "&limit=1000")
        // One that is still to come, in the window and behind it.
        let doomed = [whole.ids[30], whole.ids[90]]
        let all = try pages(20) { count in
            guard count == 1 else { return }
            for id in doomed { #expect(fixture.send(.delete, "/v1/articles/" + id).status == .noContent) }
            _ = try fixture.store.insert((0..<5).map { Fixture.article("سفارة نفط", year: 1600 + $0) })
        }
        #expect(all.ids == whole.ids.filter { !doomed.contains($0) })
    }

    @Test func `an order that is no longer known is not guessed`() throws {
        let first = try page(Self.query + "&limit=20")
        let next = try #require(first.next)
        // Nothing has changed: the order is found again.
        askOtherQuestions(from: 0)
        let second = try page(Self.query + "&limit=20&cursor=" + next).ids
        #expect(try second == Array(page(Self.query + "&limit=40").ids.suffix(20)))
        askOtherQuestions(from: 1000)
        _ = try fixture.store.insert([Fixture.article("سفارة نفط", year: 1600)])
        let late = fixture.get(Self.query + "&limit=20&cursor=" + next)
        #expect(late.status == .gone)
        #expect(try late.object()["code"].string == "cursor_expired")
    }

    /// So many that the order of no earlier search is still kept.
    private func askOtherQuestions(from start: Int) {
        for number in start..<start + 150 {
            _ = fixture.get("/v1/search?q=%D8%B3%D9%81%D8%A7%D8%B1%D8%A9%20\(number)&op=or")
        }
    }
}
