import ArgumentParser
import TarikhAPI

/// Asks a running service whether it answers: for containers, which have no curl.
struct HealthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Ask the service on this machine whether it answers; ends with 1 when not.")

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("The service's port (TARIKH_PORT; key 'port').", valueName: "number"))
    var port: UInt16?

    func run() throws {
        let configuration = try options.read()
        let port = port ?? UInt16(clamping: configuration.port)
        let answer = try LoopbackConnection(port: port).get("/livez")
        guard answer.hasPrefix("HTTP/1.1 200 ") else {
            throw CommandFailure(.failed, "The service answers: \(answer.prefix { $0 != "\r\n" })")
        }
    }
}
