import ArgumentParser
import Foundation
import SearchIndex
import TextAnalysis

/// Makes an index of articles, and writes what the other engine is to index and both are to look for.
struct PrepareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Index a file of articles, and choose queries from it.")

    @Argument(help: "The file of articles.") var articles: String
    @Argument(help: "A folder for what is made.") var folder: String
    @Option(help: "How many articles of the file.") var count = Int.max
    @Flag(help: "Only time the indexing.") var indexOnly = false

    func run() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/index"
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        let index = try SearchIndex(folder: path, schema: Corpus.schema, access: .readWrite)
        let tokens = try indexOnly ? nil : TokenFile(folder + "/tokens")
        var sample = QuerySample()
        var taken = 0
        var bytes = 0
        var seconds = 0.0
        var processor = 0.0
        try Corpus.forEachBatch(of: articles, limit: count) { documents in
            let begin = (Clock.seconds, Clock.processorSeconds)
            try index.apply(adding: documents, sequence: Int64(taken + documents.count))
            seconds += Clock.seconds - begin.0
            processor += Clock.processorSeconds - begin.1
            taken += documents.count
            for document in documents { bytes += document.texts.reduce(0) { $0 + $1.bytes.count } }
            try tokens?.write(documents)
            if !indexOnly { sample.add(documents) }
        }
        let begin = (Clock.seconds, Clock.processorSeconds)
        try index.seal()
        index.waitForMerges()
        seconds += Clock.seconds - begin.0
        processor += Clock.processorSeconds - begin.1
        print("articles\t\(taken)")
        print("text bytes\t\(bytes)")
        print("index bytes\t\(index.byteCount)\t\(ratio(index.byteCount, bytes)) of the text")
        print("indexing\t\(Int(Double(taken) / seconds)) articles/s\t\(String(format: "%.1f", seconds)) s")
        print(
            "indexing\t\(Int(Double(taken) * 2 / max(processor, 0.001))) articles per 2 seconds of processor time"
        )
        guard !indexOnly else { return }
        try tokens?.close()
        let queries = sample.queries(index.snapshot())
        try queries.map { try $0.line() }.joined(separator: "\n").write(
            toFile: folder + "/queries", atomically: true, encoding: .utf8)
    }

    private func ratio(_ part: Int, _ whole: Int) -> String {
        String(format: "%.3f", Double(part) / Double(max(whole, 1)))
    }
}

/// The analysed words of each article, a line each: stems, tab, keywords.
final class TokenFile {
    private let file: FileHandle
    private let analyzer = Analyzer(.arabic)

    init(_ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        guard let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
        self.file = file
    }

    func write(_ documents: [IndexDocument]) throws {
        var bytes: [UInt8] = []
        for document in documents {
            for text in document.texts {
                analyzer.forEachTerm(in: text.bytes) { _, _, stem in
                    bytes += stem
                    bytes.append(0x20)
                }
            }
            bytes.append(0x09)
            for text in document.texts {
                analyzer.forEachTerm(in: text.bytes) { _, surface, _ in
                    bytes += surface
                    bytes.append(0x20)
                }
            }
            for field in [1, 0] {
                bytes.append(0x09)
                let values = document.keywords.filter { $0.field == field }.map(\.value)
                bytes += Array(values.joined(separator: "\u{1F}").utf8)
            }
            bytes.append(0x09)
            bytes += Array(String(1970 + (document.intervals.first?.lowerBound ?? 0) / 365).utf8)
            bytes.append(0x0A)
        }
        try file.write(contentsOf: Data(bytes))
    }

    func close() throws { try file.close() }
}
