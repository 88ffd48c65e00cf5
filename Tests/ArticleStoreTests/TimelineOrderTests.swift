import ArticleStore
import Articles
import Foundation
import TestSupport
import Testing
import TextAnalysis

/// The timeline depends on what is stored, not on the order in which it came.
struct TimelineOrderTests {
    /// The timeline with everything but ids: a line for each event, sorted.
    static func lines(_ store: ArticleStore) throws -> [String] {
        let events = try store.events(Criteria(), limit: 100_000, after: nil).items
        let texts = try Dictionary(
            uniqueKeysWithValues: store.articles(Criteria(), order: .title, limit: 100_000, after: nil).items
                .map { ($0.id, String(decoding: $0.article.text, as: UTF8.self)) })
        var short: [String: String] = [:]
        for event in events {
            let claims = zip(event.event.claims, event.claimSources).map { claim, source in
                "\(texts[source.articleID] ?? "?")@\(claim.range.lowerBound):\(claim.date?.edtf ?? "-"):\(claim.relation)"
            }
            short[event.id] =
                "\(event.event.date?.edtf ?? "-") \(event.event.kind ?? "-") \(event.event.status) \(event.title) "
                + "\(event.sourceCount) \(event.event.confidence) \(event.salience) "
                + event.event.participants.map(\.entityID).joined(separator: ",") + " "
                + claims.joined(separator: "|")
        }
        let pairs = try store.contradictions(
            Criteria(), relations: [], statuses: [], limit: 100_000, after: nil
        ).items.map { item in
            "\(item.relation) \(item.score) \(item.suggested ?? "-") "
                + item.sides.map { "\($0.value) \($0.independentSources) \($0.claims.count)" }.joined(
                    separator: "|")
        }
        return events.map { event in
            (short[event.id] ?? "") + " > "
                + event.follows.compactMap { short[$0] }.sorted().joined(separator: ";")
                + " x\(event.contradictions.count)"
        }.sorted() + pairs.sorted()
    }

    @Test(arguments: [1, 3]) func `any order gives the same timeline`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let articles = (0..<100).map { TimelineSamples.article($0, hot: seed == 3, using: &random) }
        let first = try RandomFilling.lines(articles, batch: 100, detours: false, using: &random, Self.lines)
        #expect(first.contains { $0.contains("|") })
        for (batch, detours) in [(100, false), (17, true), (5, false), (1, true)] {
            let next = try RandomFilling.lines(
                articles, batch: batch, detours: detours, using: &random, Self.lines)
            let difference = Set(next).symmetricDifference(first).sorted().map { $0.prefix(120) }
            #expect(difference == [], "batches of \(batch), \(detours)")
            #expect(next.count == first.count)
        }
    }

    @Test(arguments: [5]) func `a deleted article leaves the rest as if it had never come`(_ seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        let articles = (0..<90).map { TimelineSamples.article($0, hot: seed == 5, using: &random) }
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let ids = try store.insert(articles).map(\.id)
        for index in articles.indices where index % 3 != 0 { _ = try store.delete(ids[index]) }
        let kept = articles.indices.filter { $0 % 3 == 0 }.map { articles[$0] }
        let fresh = try RandomFilling.lines(kept, batch: 7, detours: false, using: &random, Self.lines)
        #expect(try Set(Self.lines(store)).symmetricDifference(fresh).sorted() == [])
        #expect(try store.check() == [])
        for index in articles.indices where index % 3 == 0 { _ = try store.delete(ids[index]) }
        #expect(try store.statistics().events == 0)
        #expect(try store.check() == [])
    }
}

/// Articles whose events often are the same, refine, follow or contradict each other.
enum TimelineSamples {
    private static let words = "jetty tower bridge harbour museum library".split(separator: " ").map(
        String.init)
    private static let dates = [
        "1990", "1990-05", "1990-05-03", "1990-05-04", "1990-11-02", "1991-05-03", "1991", "",
    ]

    static func date(_ edtf: String) -> WorldDate? {
        let parts = edtf.split(separator: "-").compactMap { Int($0) }
        guard let year = parts.first else { return nil }
        let month = parts.count > 1 ? parts[1] : nil
        let last = month.map { CivilDate.daysInMonth($0, year: year) } ?? 31
        return WorldDate(
            edtf: edtf, lower: CivilDate(year: year, month: month ?? 1, day: parts.count > 2 ? parts[2] : 1),
            upper: CivilDate(year: year, month: month ?? 12, day: parts.count > 2 ? parts[2] : last),
            precision: parts.count > 2 ? .day : month != nil ? .month : .year)
    }

    /// Events of the article `number`; with `hot`, most are of one day, kind and name.
    static func article(
        _ number: Int, hot: Bool, using random: inout SeededGenerator
    ) -> (article: Article, annotations: Annotations) {
        var text = "Report \(number)"
        var blocks: [Block] = []
        var events: [Event] = []
        let count = Int.random(in: 1...3, using: &random)
        for _ in 0..<count {
            let isHot = hot && Int.random(in: 0..<4, using: &random) > 0
            let edtf = isHot ? "1990-05-03" : dates.randomElement(using: &random) ?? ""
            let kind =
                isHot
                ? "opening"
                : ["opening", "opening", "visit", "founding", nil].randomElement(using: &random) ?? nil
            var chosen: [String] = []
            for _ in 0..<3 { chosen.append(words.randomElement(using: &random) ?? "") }
            let start = text.utf8.count + 1
            let title = "workers finished " + chosen.joined(separator: " ")
            let tail = ["in the old town", "by the wide river", ""].randomElement(using: &random) ?? ""
            text += "\n" + title + " " + tail + " on " + edtf + "."
            let range = start..<text.utf8.count
            let dateEnd = range.upperBound - 1
            blocks.append(
                Block(kind: .paragraph, range: range, language: .english, direction: .leftToRight))
            let names =
                isHot ? ["n_dock"] : Array(["n_dock", "n_land", "n_city"].shuffled(using: &random).prefix(2))
            events.append(
                Event(
                    titleRange: start..<start + title.utf8.count, kind: kind, isRepeatable: kind == "visit",
                    date: date(edtf),
                    participants: names.map { Event.Participant(entityID: $0, role: "party") },
                    status: [.occurred, .occurred, .announced, .planned].randomElement(using: &random)
                        ?? .occurred,
                    confidence: [0.5, 0.7, 0.9].randomElement(using: &random) ?? 0.5,
                    claims: [
                        Claim(
                            range: range, dateRange: edtf.isEmpty ? nil : dateEnd - edtf.utf8.count..<dateEnd,
                            date: date(edtf), block: blocks.count - 1, relation: .states)
                    ],
                    quantities: Int.random(in: 0..<3, using: &random) == 0
                        ? [
                            Event.Quantity(
                                measure: "cost", lower: Double(Int.random(in: 1...3, using: &random)))
                        ] : []))
        }
        let ids = Set(events.flatMap { $0.participants.map(\.entityID) }).sorted()
        let entities = ids.map { id in
            Entity(
                id: id, kind: id == "n_dock" ? .organisation : .place,
                subtype: id == "n_land" ? "country" : nil,
                label: id, labelLanguage: .english)
        }
        var metadata = ArticleMetadata()
        metadata.source = ["A", "B", "C", nil].randomElement(using: &random) ?? nil
        let article = Article(
            text: Array(text.utf8), metadata: metadata, language: .english, direction: .leftToRight,
            blocks: blocks)
        return (article, Annotations(entities: entities, events: events))
    }
}
