import ArgumentParser
import Articles
import Extraction
import Foundation
import HTTPServer
import TarikhAPI
import TextAnalysis

/// Reads texts and writes what they say; stores nothing.
struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Read a text on standard input and write it with its annotations as JSON.",
        discussion: """
            With --jsonl the input is lines {"id","text","lang"?,"dct"?,"title"?} and the output lines \
            {"id","expressions":[…],"mentions":[…]} with offsets in Unicode code points, end exclusive.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(
        help: ArgumentHelp("When the text was written: a day or an RFC 3339 time.", valueName: "date"))
    var dct: String?

    @Option(help: ArgumentHelp("The text's language: ar, en or fa; default: as detected.", valueName: "code"))
    var lang: String?

    @Flag(help: "Read and write one JSON object a line.")
    var jsonl = false

    func validate() throws {
        if let dct, Timestamp.seconds(dct) == nil {
            throw ValidationError("'\(dct)' is no day and no RFC 3339 time.")
        }
        if let lang, Language(tag: lang) == nil {
            throw ValidationError("'\(lang)' is no language that can be read: ar, en, fa.")
        }
    }

    func run() throws {
        let metadata = ArticleMetadata(
            publishedAt: dct.flatMap(Timestamp.seconds), language: lang.flatMap(Language.init(tag:)))
        let annotator = try ConfiguredAnnotator.make(options.read())
        if jsonl {
            try AnnotationRun(defaults: metadata, annotator: annotator).run()
        } else {
            try annotateText(metadata, annotator)
        }
    }

    private func annotateText(_ metadata: ArticleMetadata, _ annotator: Annotator) throws {
        let text = try InputFile(path: "-").readAll(limit: ArticleParser.maximumTextBytes + 1)
        do {
            let input = try ArticleInput(plainText: text)
            let document = try Ingestor.preview(
                ArticleInput(text: input.text, metadata: metadata), with: annotator)
            var writer = JSONWriter()
            AnnotationJSON.write(document, to: &writer)
            writer.newline()
            try StandardOutput.write(bytes: writer.bytes)
        } catch let error as IngestionError {
            throw CommandFailure(.failed, error.problem.detail)
        }
    }
}
