import ArgumentParser

/// Measures the search index alone: how fast it takes articles, how big it is, how fast it opens and answers.
@main
struct SearchBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search-benchmark",
        abstract:
            "Time the search index on a file of articles, one JSON object with 'title' and 'text' a line.",
        subcommands: [
            PrepareCommand.self, MeasureCommand.self, LiveCommand.self, CrashCommand.self,
        ])
}
