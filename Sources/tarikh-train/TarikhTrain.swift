import ArgumentParser

@main
struct TarikhTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tarikh-train",
        abstract: "Trains and measures the model that finds names.",
        discussion: """
            Files of sentences are CoNLL columns: UTF-8, a token, a TAB and its label (BIO) on each line, an empty line \
            after each sentence.
            """,
        subcommands: [Train.self, Pack.self, Evaluate.self])
}
