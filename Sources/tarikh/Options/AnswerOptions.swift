import ArgumentParser

/// How much is shown of an answer, and how.
struct AnswerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Rows at most: 1 to 1000.", valueName: "number"))
    var limit = 20

    @Flag(help: "Write the API's JSON instead of a table.")
    var json = false
}
