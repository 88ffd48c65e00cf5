import ArgumentParser
import Dispatch
import Foundation
import SearchIndex

/// Times queries at rest and while articles are being added.
struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live", abstract: "Time the queries at rest and while articles are added.")

    @Argument(help: "The file of articles.") var articles: String
    @Argument(help: "What `prepare` made; the index is changed.") var folder: String
    @Option(help: "Articles added a second.") var rate = 200
    @Option(help: "Articles a change.") var batch = 10
    @Option(help: "How long each is measured, in seconds.") var seconds = 20.0

    func run() throws {
        let index = try SearchIndex(folder: folder + "/index", schema: Corpus.schema, access: .readWrite)
        let queries = try BenchmarkQuery.load(folder + "/queries").filter { $0.kind != "faceted" }
        let parsed = try queries.map { try $0.query }
        var documents: [IndexDocument] = []
        let needed = Int(Double(rate) * seconds) + batch
        try Corpus.forEachBatch(of: articles, limit: needed) { documents += $0 }
        _ = measure(index, queries, parsed)
        let rest = measure(index, queries, parsed)
        let (rate, batch, end) = (rate, batch, Clock.seconds + seconds)
        let group = DispatchGroup()
        let adding = documents
        DispatchQueue(label: "adding").async(group: group) {
            var number = 0
            let begin = Clock.threadSeconds
            while Clock.seconds < end, number + batch <= adding.count {
                var documents = Array(adding[number..<number + batch])
                for place in documents.indices { documents[place].key += 10_000_000 }
                try? index.apply(adding: documents, sequence: index.sequence + 1)
                number += batch
                let next = begin + Double(number) / Double(rate)
                usleep(UInt32(max(0, next - Clock.seconds) * 1e6))
            }
            print("added\t\(number) articles in \(String(format: "%.1f", Clock.seconds - begin)) s")
        }
        let live = measure(index, queries, parsed)
        group.wait()
        for (name, times) in [("rest", rest), ("live", live)] {
            let (p50, p99) = (
                MeasureCommand.microseconds(times, 0.5), MeasureCommand.microseconds(times, 0.99)
            )
            print("\(name)\t\(p50)\t\(p99)\t\(times.count) searches")
        }
    }

    private func measure(_ index: SearchIndex, _ queries: [BenchmarkQuery], _ parsed: [Query]) -> [Double] {
        var times: [Double] = []
        let end = Clock.seconds + seconds
        var number = 0
        while Clock.seconds < end {
            let begin = Clock.threadSeconds
            _ = MeasureCommand.run(index.snapshot(), parsed[number], queries[number])
            times.append(Clock.threadSeconds - begin)
            number = (number + 1) % queries.count
            if number % 10 == 0 { usleep(1000) }
        }
        return times
    }
}
