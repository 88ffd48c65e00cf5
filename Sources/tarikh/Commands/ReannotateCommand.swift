import ArgumentParser
import ArticleStore
import TarikhAPI

/// Reads stored articles anew with the models and lexicons of today.
struct ReannotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reannotate",
        abstract: "Read stored articles anew, with another model, gazetteer or lexicon.",
        discussion: """
            Only articles that were read with others are read; --all reads all. Ids stay, and what people decided holds. A run \
            that was stopped is continued by running it again. While the service runs, POST /v1/admin/reannotate does the same.
            """)

    @OptionGroup var options: DataOptions

    @Flag(help: "Read also the articles that were read with the models and lexicons of today.")
    var all = false

    func run() throws {
        let configuration = try options.read()
        let annotator = try ConfiguredAnnotator.make(configuration)
        let store = try Store.open(
            configuration, access: .readWrite,
            busyHint: "When it is the service, POST to /v1/admin/reannotate, or stop it.")
        let progress = ReannotationProgress()
        let done: Reannotator.Progress
        do {
            if all { try store.forgetAnnotators() }
            done = try Reannotator(store: store, annotator: annotator).run(progressed: progress.show)
        } catch {
            progress.end()
            throw CommandFailure(error)
        }
        progress.end()
        try Store.close(store)
        try StandardOutput.write("read \(done.done), changed \(done.changed)")
    }
}
