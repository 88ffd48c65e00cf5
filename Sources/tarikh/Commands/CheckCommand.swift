import ArgumentParser
import ArticleStore
import TarikhAPI

/// Verifies a data folder.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify the store, the index and that they agree; ends with 1 when something is wrong.",
        discussion: "Works while the service runs, but for --repair.")

    @OptionGroup var options: DataOptions

    @Flag(help: "Rebuild what is derived from the articles: the search index.")
    var repair = false

    func run() throws {
        let configuration = try options.read()
        let store = try Store.open(
            configuration, access: repair ? .readWrite : .readOnly,
            busyHint: "Stop it, then repair.")
        var problems = try check(store)
        if repair, !problems.isEmpty {
            try report(problems)
            do {
                try store.rebuildIndex { StandardError.write($0) }
            } catch {
                throw CommandFailure(error)
            }
            problems = try check(store)
        }
        try Store.close(store)
        try report(problems)
        guard problems.isEmpty else {
            throw CommandFailure(.failed, "\(problems.count) problems in \(configuration.data).")
        }
        try StandardOutput.write("Nothing is wrong.")
    }

    private func check(_ store: ArticleStore) throws(CommandFailure) -> [String] {
        do {
            return try store.check { StandardError.write($0) }
        } catch {
            throw CommandFailure(error)
        }
    }

    private func report(_ problems: [String]) throws(CommandFailure) {
        for problem in problems { try StandardOutput.write(problem) }
    }
}
