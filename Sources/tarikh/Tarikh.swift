import ArgumentParser
import Foundation

/// The command: what it is told is read here, what it does is in one file per subcommand.
@main
struct Tarikh: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tarikh",
        abstract: "Timelines, entities and full-text search over news articles.",
        discussion: """
            Settings come from the command line, then from environment variables TARIKH_…, then from the configuration file.

            Exit codes: 0 done, 1 failed, 2 usage, 75 try again (the data folder is in use), \
            78 bad configuration, or data of a newer version.
            """,
        version: Program.version,
        subcommands: [
            ServeCommand.self, ImportCommand.self, AnnotateCommand.self, SearchCommand.self,
            TimelineCommand.self, EntitiesCommand.self, CheckCommand.self, ReannotateCommand.self,
            ExportCommand.self, KeysCommand.self, HealthCommand.self,
        ])

    static func main() {
        // A reader that went away is an error of `write`, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as CommandFailure {
            finish(failure.status, message: "tarikh: " + failure.message)
        } catch {
            guard exitCode(for: error) != .success else { exit(withError: error) }
            finish(.usage, message: fullMessage(for: error))
        }
    }

    private static func finish(_ status: ExitStatus, message: String) -> Never {
        StandardError.write(message)
        Foundation.exit(status.rawValue)
    }
}
