import ArgumentParser
import Articles
import Extraction
import Foundation
import TextAnalysis

/// Measures how fast names are found: tokens (words) a second of processor time, best of several rounds.
@main
struct EntityBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entity-benchmark",
        abstract: "Time the tagging of a file of articles, one JSON object with 'text' a line.")

    @Argument(help: "The file.") var path: String

    @Option(help: "How often all of it is tagged.") var rounds = 3

    @Option(help: "How many articles of the file.") var articles = Int.max

    @Option(help: "A model file instead of the built-in one.") var model: String?

    @Flag(help: "Use no model.") var rulesOnly = false

    private struct Line: Decodable {
        var text: String
    }

    func run() throws {
        let articles = try loaded()
        let bytes = articles.reduce(0) { $0 + $1.text.count }
        let tokens = articles.reduce(0) { $0 + Tokenizer().wordRanges(in: $1.text).count }
        let before = Self.residentBytes
        let file = try model.map { try EntityModel(file: Array(Data(contentsOf: URL(filePath: $0)))) }
        let tagger = EntityTagger(model: rulesOnly ? .none : file ?? .builtIn)
        var best = Double.infinity
        var mentions = 0
        for _ in 0..<rounds {
            mentions = 0
            let start = Self.processorSeconds
            for article in articles { mentions += tagger.tag(article).mentions.count }
            best = min(best, Self.processorSeconds - start)
        }
        print(
            "\(articles.count) articles, \(bytes) bytes, \(tokens) tokens, \(mentions) mentions:",
            String(format: "%.0f tokens/s, %.1f MB/s,", Double(tokens) / best, Double(bytes) / best / 1e6),
            String(format: "%.1f MB more memory", Double(Self.residentBytes - before) / 1e6))
    }

    /// Seconds of processor time of this thread: what else the machine does does not count.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static var residentBytes: Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return fields.flatMap { $0.count > 1 ? Int($0[1]) : nil }.map { $0 * 4_096 } ?? 0
    }

    private func loaded() throws -> [Article] {
        let content = try String(contentsOfFile: path, encoding: .utf8)
        return try content.split(separator: "\n").prefix(articles).map { line in
            let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            return try ArticleParser().parse(Array(line.text.utf8))
        }
    }
}
