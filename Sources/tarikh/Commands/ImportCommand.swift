import ArgumentParser
import ArticleStore
import Extraction
import Foundation
import TarikhAPI

/// Takes articles from files into a data folder.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take articles in: .txt, .html, .json, .ndjson, .xml files, folders, '-'.",
        discussion: """
            A .txt or .html file is one article; a .json file one object as POST /v1/articles takes it, a JSON Feed, \
            JSON-LD or ninjs; an .xml (.rss, .atom) file a feed; an .ndjson (.jsonl) file an object a line, and so is \
            standard input. All may be compressed: .gz, .xz, .zst. What is there already is left as it is, so an import that was \
            stopped is continued by running it again. Ends with 1 when an article was rejected.
            """)

    @OptionGroup var options: DataOptions

    @Option(
        help: ArgumentHelp("Write a line of JSON for every rejected article.", valueName: "file"))
    var rejects: String?

    @Argument(help: ArgumentHelp("Files and folders; '-' is NDJSON on standard input.", valueName: "path"))
    var paths: [String]

    func run() throws {
        let configuration = try options.read()
        var ignored = 0
        let files = try ImportFile.find(paths, ignored: &ignored)
        let annotator = try ConfiguredAnnotator.make(configuration)
        let store = try Store.open(
            configuration, access: .readWrite,
            busyHint: "When it is the service, POST the articles to /v1/articles, or stop it.")
        let counts = try Self.run(
            files, with: Ingestor(store: store, annotator: annotator), rejects: try RejectsFile(path: rejects)
        )
        try Store.close(store)
        let note = ignored > 0 ? ", ignored files \(ignored)" : ""
        try StandardOutput.write(
            "created \(counts.created), unchanged \(counts.unchanged), rejected \(counts.rejected)\(note)")
        if counts.rejected > 0 {
            throw CommandFailure(.failed, "\(counts.rejected) of \(counts.total) articles were rejected.")
        }
    }

    private static func run(
        _ files: [ImportFile], with ingestor: Ingestor, rejects: RejectsFile
    ) throws -> ImportCounts {
        let sizes = files.compactMap(\.size)
        let progress = ImportProgress(total: sizes.count == files.count ? sizes.reduce(0, +) : nil)
        defer { progress.end() }
        var importer = Importer(
            ingestor: ingestor, rejected: rejects.add,
            progressed: progress.show)
        return try importer.run(files)
    }
}
