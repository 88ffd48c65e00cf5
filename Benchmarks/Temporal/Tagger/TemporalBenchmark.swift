import ArgumentParser
import Articles
import Extraction
import Foundation

/// Measures how fast expressions of time are found and read: megabytes of text a second of processor time, best of
/// several rounds.
@main
struct TemporalBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "temporal-benchmark",
        abstract:
            "Time the tagging of a file of articles, one JSON object with 'text' and 'published_at' a line.")

    @Argument(help: "The file.") var path: String

    @Option(help: "How often all of it is tagged.") var rounds = 5

    @Option(help: "How many articles of the file.") var articles = Int.max

    private struct Line: Decodable {
        var text: String
        var publishedAt: String?
    }

    func run() throws {
        let texts = try loaded()
        let bytes = texts.reduce(0) { $0 + $1.article.text.count }
        let tagger = TemporalTagger()
        var best = Double.infinity
        var expressions = 0
        var steps = 0
        for _ in 0..<rounds {
            expressions = 0
            steps = 0
            let start = Self.processorSeconds
            for (article, day) in texts {
                let found = tagger.tag(article, documentDate: day)
                expressions += found.expressions.count
                steps += found.steps
            }
            best = min(best, Self.processorSeconds - start)
        }
        let rate = String(format: "%.1f", Double(bytes) / best / 1e6)
        print(
            "\(texts.count) articles, \(bytes) bytes, \(expressions) expressions: \(rate) MB/s,",
            String(format: "%.3f states entered a byte", Double(steps) / Double(max(bytes, 1))))
    }

    /// Seconds of processor time of this thread: what else the machine does does not count.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func loaded() throws -> [(article: Article, day: CivilDate?)] {
        let content = try String(contentsOfFile: path, encoding: .utf8)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try content.split(separator: "\n").prefix(articles).map { line in
            let line = try decoder.decode(Line.self, from: Data(line.utf8))
            return (try ArticleParser().parse(Array(line.text.utf8)), line.publishedAt.flatMap(day))
        }
    }

    /// The day of an RFC 3339 time.
    private func day(_ text: String) -> CivilDate? {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    }
}
