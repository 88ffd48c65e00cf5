import ArgumentParser

@main
struct TarikhTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tarikh-train", abstract: "Measures the entity tagger against annotated sentences.",
        subcommands: [Evaluate.self])
}
