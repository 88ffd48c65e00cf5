import Foundation
import HTTPServer
import HTTPTypes
import TarikhAPI

/// Where rejected articles are told of: a line of NDJSON each, or the first few on standard error.
final class RejectsFile {
    private static let shownOnStandardError = 10

    private let file: FileHandle?
    private var count = 0

    /// - Parameter path: `nil` for standard error.
    init(path: String?) throws(CommandFailure) {
        guard let path else {
            file = nil
            return
        }
        do {
            try Data().write(to: URL(filePath: path))
            file = try FileHandle(forWritingTo: URL(filePath: path))
        } catch {
            throw CommandFailure(.failed, "\(path) can't be written: \(SystemError.text(error)).")
        }
    }

    func add(_ item: ImportItem, _ error: IngestionError) throws(CommandFailure) {
        count += 1
        guard let file else { return show(item, error.problem) }
        do {
            try file.write(contentsOf: Self.line(item, error.problem))
        } catch {
            throw CommandFailure(.failed, "Rejects can't be written: \(SystemError.text(error)).")
        }
    }

    private func show(_ item: ImportItem, _ problem: Problem) {
        let place = item.path + (item.line.map { ":\($0)" } ?? item.item.map { ", article \($0)" } ?? "")
        if count <= Self.shownOnStandardError { StandardError.write("\(place): \(problem.detail)") }
        if count == Self.shownOnStandardError + 1 {
            StandardError.write("More was rejected; --rejects FILE writes down all of it.")
        }
    }

    private static func line(_ item: ImportItem, _ problem: Problem) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("file", item.path)
            writer.member("line", item.line)
            writer.member("item", item.item)
            writer.member("status", problem.status.code)
            writer.member("code", problem.items.first?.code ?? problem.code)
            writer.member("detail", problem.detail)
        }
        writer.newline()
        return writer.bytes
    }
}
