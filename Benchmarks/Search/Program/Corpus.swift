import Foundation
import SearchIndex
import TextAnalysis

/// What is indexed of the articles of a file.
struct Corpus {
    static let schema = IndexSchema(
        textFields: [.init(name: "title", weight: 2), .init(name: "body", weight: 1)],
        keywordFields: ["entity", "source", "lang", "article"])

    private struct Line: Decodable {
        var title: String?
        var text: String
        var source: String?
    }

    /// Calls `body` with the articles, so many at a time.
    static func forEachBatch(
        of path: String, limit: Int, size: Int = 5000, _ body: ([IndexDocument]) throws -> Void
    ) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
        var rest = Data()
        var batch: [IndexDocument] = []
        var number = 0
        while number < limit, let block = try file.read(upToCount: 8 << 20), !block.isEmpty {
            rest += block
            var start = rest.startIndex
            while number < limit, let end = rest[start...].firstIndex(of: 0x0A) {
                let line = try JSONDecoder().decode(Line.self, from: rest[start..<end])
                batch.append(document(line, number: number))
                number += 1
                start = end + 1
                if batch.count == size {
                    try body(batch)
                    batch.removeAll(keepingCapacity: true)
                }
            }
            rest = Data(rest[start...])
        }
        if !batch.isEmpty { try body(batch) }
    }

    private static func document(_ line: Line, number: Int) -> IndexDocument {
        var texts: [IndexDocument.Text] = []
        if let title = line.title {
            texts.append(.init(field: 0, bytes: Array(title.utf8), language: .arabic))
        }
        for block in line.text.split(separator: "\n") {
            texts.append(.init(field: 1, bytes: Array(block.utf8), language: .arabic))
        }
        var keywords = [
            IndexDocument.Keyword(field: 2, value: "ar"),
            IndexDocument.Keyword(field: 3, value: "a_" + String(number, radix: 32)),
        ]
        if let source = line.source { keywords.append(.init(field: 1, value: source)) }
        keywords += entities(number).map { .init(field: 0, value: $0) }
        let day = Int32(truncatingIfNeeded: 13_000 + number &* 7919 % 6200)
        return IndexDocument(
            key: Int64(number), texts: texts, keywords: keywords,
            intervals: [day...day, day - 4000...day - 3990])
    }

    /// Eight of 20,000 entities, few of them often.
    static func entities(_ number: Int) -> [String] {
        var state = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<8).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let uniform = Double(state >> 40) / Double(1 << 24)
            return String(Int(20_000 * uniform * uniform * uniform), radix: 32)
        }
    }
}
