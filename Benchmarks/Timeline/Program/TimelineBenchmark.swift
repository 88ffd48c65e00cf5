import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI
import TextAnalysis

/// How long the timeline of an entity and a decade takes, inside the process: `timeline-benchmark [EVENTS]` (100,000).
@main
struct TimelineBenchmark {
    static func main() throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
        let folder = FileManager.default.temporaryDirectory.path + "/tarikh-timeline-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try ArticleStore(folder: folder, access: .readWrite)
        let clock = ContinuousClock()
        let filling = try clock.measure { try fill(store, count) }
        print(
            "\(try store.statistics().events) events of \(try store.statistics().articles) articles, filled in \(filling)"
        )
        var configuration = Configuration()
        configuration.data = folder
        configuration.cacheBytes = 0
        let router = try Service(configuration: configuration, store: store).router
        for (name, target) in targets {
            var times: [Duration] = []
            var random = SystemRandomNumberGenerator()
            for _ in 0..<500 {
                let target = target(&random)
                var status = 0
                times.append(
                    clock.measure {
                        status =
                            router.respond(to: Request(method: .get, target: target, fields: [:], body: []))
                            .status.code
                    })
                guard status == 200 else { throw Failure(target: target) }
            }
            times.sort()
            print("\(name): p50 \(times[times.count / 2]), p99 \(times[times.count * 99 / 100])")
        }
    }

    private struct Failure: Error {
        var target: String
    }

    private typealias Target = @Sendable (inout SystemRandomNumberGenerator) -> String

    private static let targets: [(String, Target)] = [
        ("entity and decade", { "/v1/timeline?entity=\(entity(&$0))&from=\(decade(&$0))" }),
        ("the most frequent entity and decade", { "/v1/timeline?entity=n_e0&from=\(decade(&$0))" }),
        ("decade", { "/v1/timeline?from=\(decade(&$0))" }),
        (
            "entity, decade, two sources",
            { "/v1/timeline?entity=\(entity(&$0))&from=\(decade(&$0))&min_sources=2" }
        ),
        ("the most salient of an entity", { "/v1/timeline?entity=\(entity(&$0))&sort=-salience" }),
    ]

    private static func decade(_ random: inout SystemRandomNumberGenerator) -> String {
        let year = 1950 + 10 * Int.random(in: 0..<7, using: &random)
        return "\(year)&to=\(year + 9)"
    }

    /// Entities are named as often as words are: by Zipf's law, roughly.
    private static func entity(_ random: inout some RandomNumberGenerator) -> String {
        "n_e" + String(Int(pow(300, Double.random(in: 0..<1, using: &random))) - 1)
    }

    private static func fill(_ store: ArticleStore, _ count: Int) throws {
        var random = Numbers(state: 1)
        var made = 0
        while made < count {
            let articles = (0..<min(250, (count - made + 3) / 4)).map { _ in article(using: &random) }
            made += articles.reduce(0) { $0 + $1.annotations.events.count }
            _ = try store.insert(articles)
        }
    }

    private static func article(
        using random: inout Numbers
    ) -> (article: Article, annotations: Annotations) {
        var text = "Report \(random.next() % 1_000_000_000)"
        var blocks: [Block] = []
        var events: [Event] = []
        for _ in 0..<4 {
            let day = CivilDate(dayNumber: Int.random(in: -7300..<18_250, using: &random))
            let (year, month, date) = day.components
            let edtf = "\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
            let start = text.utf8.count + 1
            let words = (0..<6).map { _ in
                "word" + String(Int(pow(5000, Double.random(in: 0..<1, using: &random))))
            }
            text += "\n" + words.joined(separator: " ") + " on " + edtf + "."
            let range = start..<text.utf8.count
            blocks.append(Block(kind: .paragraph, range: range, language: .english, direction: .leftToRight))
            let world = WorldDate(edtf: edtf, lower: day, upper: day, precision: .day)
            events.append(
                Event(
                    titleRange: start..<start + words.joined(separator: " ").utf8.count,
                    kind: ["opening", "visit", nil].randomElement(using: &random) ?? nil, date: world,
                    participants: Set((0..<2).map { _ in entity(&random) }).sorted().map {
                        Event.Participant(entityID: $0, role: "party")
                    }, confidence: 0.8,
                    claims: [
                        Claim(
                            range: range, dateRange: range.upperBound - 11..<range.upperBound - 1,
                            date: world,
                            block: blocks.count - 1, relation: .states)
                    ]))
        }
        let ids = Set(events.flatMap { $0.participants.map(\.entityID) }).sorted()
        let entities = ids.map { Entity(id: $0, kind: .organisation, label: $0, labelLanguage: .english) }
        let article = Article(
            text: Array(text.utf8), language: .english, direction: .leftToRight, blocks: blocks)
        return (article, Annotations(entities: entities, events: events))
    }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}
