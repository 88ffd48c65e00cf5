import ArgumentParser
import Foundation
import TarikhAPI

/// All of one kind, as it is at one moment.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all articles, events or entities to a file.",
        discussion: """
            Works while the service runs, on what was there when it began. A file is there under its name only when all is in it.
            """)

    @OptionGroup var options: DataOptions
    @OptionGroup var filters: FilterOptions

    @Option(help: ArgumentHelp("The form: ndjson, csv, or ftm for FollowTheMoney.", valueName: "form"))
    var format = "ndjson"

    @Flag(help: "Put a byte order mark in front of CSV, which some spreadsheets need.")
    var bom = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to; else to standard output.", valueName: "file"))
    var output: String?

    @Argument(help: "What: articles, events, entities, mentions, claims or graph.")
    var kind: String

    func run() throws {
        guard kind.allSatisfy(\.isLetter) else {
            throw CommandFailure(.usage, "There is nothing called '\(kind)' to export.")
        }
        let question = APIQuestion(
            path: "/v1/export/" + kind,
            parameters: filters.parameters + [("format", format), ("bom", bom ? "1" : nil)])
        let configuration = try options.read()
        guard let output else {
            return try question.answer(configuration) { part throws(CommandFailure) in
                try StandardOutput.write(bytes: part)
            }
        }
        let file = try WholeFile(path: output)
        try question.answer(configuration) { part throws(CommandFailure) in try file.write(part) }
        try file.finish()
    }
}
