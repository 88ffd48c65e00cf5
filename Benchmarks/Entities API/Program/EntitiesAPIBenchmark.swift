import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI

/// How long suggestions, co-occurrences and the graph take, inside the process: `entities-api-benchmark [ARTICLES [FOLDER]]`
/// over synthetic articles (20,000), which stay where a folder is named, or `entities-api-benchmark --data FOLDER` over those of a data folder.
@main
struct EntitiesAPIBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "--data", arguments.count == 2 {
            let store = try ArticleStore(folder: arguments[1], access: .readWrite)
            try measure(store, folder: arguments[1])
            return try store.close()
        }
        let count = arguments.first.flatMap { Int($0) } ?? 20_000
        let temporary = FileManager.default.temporaryDirectory.path + "/tarikh-entities-" + UUID().uuidString
        let folder = arguments.count > 1 ? arguments[1] : temporary
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let store = try ArticleStore(folder: folder, access: .readWrite)
        let filling = try ContinuousClock().measure { try fill(store, count) }
        print("filled in \(filling)")
        try measure(store, folder: folder)
        try store.close()
    }

    private static func fill(_ store: ArticleStore, _ count: Int) throws {
        var maker = ArticleMaker()
        var made = 0
        while made < count {
            let articles = (0..<min(250, count - made)).map { _ in maker.article() }
            made += articles.count
            _ = try store.insert(articles)
        }
    }

    private static func measure(_ store: ArticleStore, folder: String) throws {
        let statistics = try store.statistics()
        print(
            "\(statistics.articles) articles, \(statistics.entities) entities, \(statistics.mentions) mentions"
        )
        var configuration = Configuration()
        configuration.data = folder
        configuration.cacheBytes = 0
        let router = try Service(configuration: configuration, store: store).router
        let entities = try store.entities(
            named: nil, kinds: [], minimumArticles: 1, order: .mostArticles, limit: 20_000, after: nil
        ).items
        guard let top = entities.first else { return }
        try measureSuggestions(router, entities)
        let near = entities.last { $0.articleCount >= 5000 } ?? top
        for entity in near == top ? [top] : [top, near] {
            for unit in TextUnit.allCases {
                for measure in Association.Measure.allCases {
                    let target =
                        "/v1/entities/\(entity.entity.id)/cooccurrence?unit=\(unit)&measure=\(measure.rawValue)"
                    try time("\(unit), \(measure.rawValue), in \(entity.articleCount) articles", 40) { _ in
                        try ask(router, target)
                    }
                }
            }
        }
        for unit in TextUnit.allCases {
            try time("graph of 500 edges, \(unit)", 5) { _ in try ask(router, "/v1/graph?unit=\(unit)") }
        }
    }

    /// What is typed on the way to a name, the names as often as they are in the articles.
    private static func measureSuggestions(_ router: Router, _ entities: [StoredEntity]) throws {
        let weights = entities.map { Double($0.articleCount) }
        let sums = weights.reduce(into: [Double]()) { $0.append(($0.last ?? 0) + $1) }
        var random = Numbers(state: 7)
        for length in 1...6 {
            try time("suggest, \(length) letters", 1000) { _ in
                let number = Double.random(in: 0..<(sums.last ?? 1), using: &random)
                let entity = entities[min(sums.partition(number), entities.count - 1)].entity
                let names = [entity.label] + entity.aliases.map(\.text)
                let words = (names.randomElement(using: &random) ?? "").split(separator: " ")
                let start = Int.random(in: 0..<max(1, words.count), using: &random)
                let typed = words.dropFirst(start).joined(separator: " ").prefix(length)
                try ask(router, "/v1/entities/suggest?prefix=" + PercentCoding.encode(String(typed)))
            }
        }
    }

    private struct Failure: Error {
        var target: String
    }

    private static func ask(_ router: Router, _ target: String) throws {
        let response = router.respond(to: Request(method: .get, target: target, fields: [:], body: []))
        guard response.status == .ok else { throw Failure(target: target) }
    }

    /// The time by the clock, and the processor's, which others that share it do not lengthen as much.
    private static func time(_ name: String, _ count: Int, _ body: (Int) throws -> Void) throws {
        let clock = ContinuousClock()
        var times: [Duration] = []
        var spent: [Duration] = []
        for index in 0..<count {
            let start = processorTime
            times.append(try clock.measure { try body(index) })
            spent.append(processorTime - start)
        }
        print("\(name): \(percentiles(times)); processor \(percentiles(spent))")
    }

    private static func percentiles(_ times: [Duration]) -> String {
        let sorted = times.sorted()
        return "p50 \(text(sorted[sorted.count / 2])), p99 \(text(sorted[sorted.count * 99 / 100]))"
    }

    private static func text(_ duration: Duration) -> String {
        let microseconds = duration / .microseconds(1)
        return String((microseconds / 10).rounded() / 100) + " ms"
    }

    /// Of this thread.
    private static var processorTime: Duration {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

extension [Double] {
    /// The index of the first that is greater than `number`.
    fileprivate func partition(_ number: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
