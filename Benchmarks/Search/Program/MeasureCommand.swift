import ArgumentParser
import Foundation
import SearchIndex

/// Times queries, one after the other in one thread.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Time the queries: kind, p50 and p99 in microseconds, a line each.")

    @Argument(help: "What `prepare` made.") var folder: String
    @Option(help: "How often each query is run before it is timed.") var warmups = 2
    @Option(help: "How often each query is timed.") var rounds = 5
    @Option(help: "Only queries of this kind.") var kind: String?
    @Option(help: "Writes the totals there, to compare them with the other engine's.") var totals: String?
    @Option(help: "Writes what is found there, to compare it with what another state finds.") var found:
        String?

    func run() throws {
        let begin = Clock.seconds
        let index = try SearchIndex(
            folder: folder + "/index", schema: Corpus.schema, access: .readOnly)
        print("opening\t\(String(format: "%.2f", (Clock.seconds - begin) * 1000)) ms")
        print("memory\t\(Self.residentMegabytes()) MB resident after opening")
        let snapshot = index.snapshot()
        var totals = ""
        let queries = try BenchmarkQuery.load(folder + "/queries")
        for kind in Self.kinds(queries) where self.kind == nil || self.kind == kind {
            var times: [Double] = []
            for query in queries where query.kind == kind {
                let parsed = try query.query
                for _ in 0..<warmups { _ = Self.run(snapshot, parsed, query) }
                for _ in 0..<rounds {
                    let begin = Clock.threadSeconds
                    let total = Self.run(snapshot, parsed, query)
                    times.append(Clock.threadSeconds - begin)
                    if times.count % rounds == 0 { totals += "\(query.kind)\t\(query.text)\t\(total)\n" }
                }
            }
            print("\(kind)\t\(Self.microseconds(times, 0.5))\t\(Self.microseconds(times, 0.99))")
        }
        print("memory\t\(Self.residentMegabytes()) MB resident after searching")
        if let found { try Self.write(queries, snapshot, to: found) }
        if let path = self.totals { try totals.write(toFile: path, atomically: true, encoding: .utf8) }
    }

    private static func write(
        _ queries: [BenchmarkQuery], _ snapshot: IndexSnapshot, to path: String
    ) throws {
        var lines = ""
        for description in queries {
            let query = try description.query
            let result = snapshot.search(query, filter: description.filter, limit: 20)
            lines += "\(description.kind)\t\(description.text)\t\(result.total)"
            for hit in result.hits { lines += "\t\(hit.key) \(hit.score)" }
            if description.kind == "faceted" {
                for facet in snapshot.facets(query, facets) {
                    for count in facet.counts { lines += "\t\(count.value) \(count.count)" }
                    lines += "\t\(facet.hasMore)"
                }
            }
            lines += "\n"
        }
        try lines.write(toFile: path, atomically: true, encoding: .utf8)
    }

    static func kinds(_ queries: [BenchmarkQuery]) -> [String] {
        var kinds: [String] = []
        for query in queries where !kinds.contains(query.kind) { kinds.append(query.kind) }
        return kinds
    }

    static let facets = [FacetRequest(.keywords(field: 0), limit: 10), FacetRequest(.years, limit: 10)]

    static func run(_ snapshot: IndexSnapshot, _ query: Query, _ description: BenchmarkQuery) -> Int {
        let result = snapshot.search(query, filter: description.filter, limit: 20)
        guard description.kind == "faceted" else { return result.total }
        return snapshot.facets(query, facets).reduce(result.total) { $0 + ($1.counts.isEmpty ? 1 : 0) }
    }

    static func microseconds(_ times: [Double], _ quantile: Double) -> String {
        let sorted = times.sorted()
        let index = min(Int(Double(sorted.count) * quantile), sorted.count - 1)
        return index < 0 ? "-" : String(format: "%.1f", sorted[index] * 1e6)
    }

    static func residentMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return
            (Int(line.split(separator: " ").dropFirst().first ?? line.split(separator: "\t").last ?? "") ?? 0)
            / 1024
    }
}
