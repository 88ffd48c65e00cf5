import Articles
import Dispatch
import Extraction
import Foundation
import HTTPServer
import Synchronization
import TarikhAPI
import TextAnalysis

/// `tarikh annotate --jsonl`: lines in, lines out, in the same order, on all cores.
struct AnnotationRun {
    private static let batchSize = 64

    let defaults: ArticleMetadata
    let annotator: Annotator

    private typealias Answer = Result<[UInt8], CommandFailure>

    /// - Throws: `CommandFailure` after the last line when a line could not be annotated; the others have been.
    func run() throws(CommandFailure) {
        var lines = LineReader(try InputSource(path: "-", coding: nil))
        var failures = 0
        while true {
            let batch = try Self.nextBatch(&lines)
            if batch.isEmpty { break }
            for (line, answer) in zip(batch, answers(to: batch)) {
                switch answer {
                case .success(let bytes): try StandardOutput.write(bytes: bytes)
                case .failure(let failure):
                    failures += 1
                    StandardError.write("tarikh: line \(line.number): \(failure.message)")
                }
            }
        }
        if failures > 0 { throw CommandFailure(.failed, "\(failures) lines could not be annotated.") }
    }

    private static func nextBatch(_ lines: inout LineReader) throws(CommandFailure) -> [LineReader.Line] {
        var batch: [LineReader.Line] = []
        while batch.count < batchSize, let line = try lines.next() {
            if !line.isBlank { batch.append(line) }
        }
        return batch
    }

    private func answers(to batch: [LineReader.Line]) -> [Answer] {
        let answers = Mutex([Answer?](repeating: nil, count: batch.count))
        DispatchQueue.concurrentPerform(iterations: batch.count) { index in
            let answer = Answer { () throws(CommandFailure) in try self.answer(to: batch[index]) }
            answers.withLock { $0[index] = answer }
        }
        return answers.withLock { $0.compactMap(\.self) }
    }

    private func answer(to line: LineReader.Line) throws(CommandFailure) -> [UInt8] {
        guard !line.isTooLong else { throw CommandFailure(.failed, "The line is too long.") }
        let request = try AnnotationRequest(json: line.bytes)
        var writer = JSONWriter()
        do {
            let input = ArticleInput(text: request.text, metadata: request.metadata(defaults))
            AnnotationLine.write(id: request.id, try Ingestor.preview(input, with: annotator), to: &writer)
        } catch .emptyText {
            // A text without a letter or digit has nothing to find.
            writer.object { writer in
                writer.member("id", request.id)
                writer.arrayMember("expressions") { _ in }
                writer.arrayMember("mentions") { _ in }
            }
        } catch {
            throw CommandFailure(.failed, error.problem.detail)
        }
        writer.newline()
        return writer.bytes
    }
}
