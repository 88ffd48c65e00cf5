import ArgumentParser
import Extraction
import Foundation

struct Pack: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts the models of several languages into one file.")

    @Option(help: "The file to write.")
    var output: String

    @Argument(help: "Models, in the order in which they are to stand in the file.")
    var models: [String]

    func run() throws {
        let languages = try models.flatMap { try EntityModel(file: try Files.bytes($0)).languages }
        let file = try EntityModel(languages: languages).file
        try Data(file).write(to: URL(filePath: output))
        Files.report("\(output): \(languages.map(\.language).joined(separator: " ")), \(file.count) bytes")
    }
}
