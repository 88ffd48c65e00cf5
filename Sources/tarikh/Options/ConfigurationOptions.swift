import ArgumentParser
import Foundation
import TarikhAPI

/// Where settings come from.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration file, JSON5 (TARIKH_CONFIG; default: Config/tarikh.json of the package, "
                + "or /etc/tarikh/tarikh.json).", valueName: "file"))
    var config: String?

    /// The settings of file and environment together.
    func read() throws(CommandFailure) -> Configuration {
        let environment = ProcessInfo.processInfo.environment
        do {
            var configuration = Configuration()
            if let path = config ?? environment["TARIKH_CONFIG"] {
                configuration = try Configuration(file: FileContents.read(path))
            } else if let path = Self.defaultFiles.first(where: FileManager.default.fileExists) {
                configuration = try Configuration(file: FileContents.read(path))
            }
            try configuration.apply(environment: environment)
            return configuration
        } catch let error as ConfigurationError {
            throw CommandFailure(error)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(.badConfiguration, SystemError.text(error))
        }
    }

    /// Of the package that the program was built in, and of the machine.
    private static var defaultFiles: [String] {
        let package = Program.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let isPackage = FileManager.default.fileExists(atPath: package.appending(path: "Package.swift").path)
        return (isPackage ? [package.appending(path: "Config/tarikh.json").path] : [])
            + ["/etc/tarikh/tarikh.json"]
    }
}
