import ArgumentParser
import Foundation
import TarikhAPI

/// Where settings come from, and the one that every command with data needs.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The data folder (TARIKH_DATA; key 'data').", valueName: "folder"))
    var data: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration file, JSON5 (TARIKH_CONFIG; default: Config/tarikh.json of the package, "
                + "or /etc/tarikh/tarikh.json).", valueName: "file"))
    var config: String?

    /// The settings of file, environment and command line together.
    func read() throws(CommandFailure) -> Configuration {
        let environment = ProcessInfo.processInfo.environment
        do {
            var configuration = Configuration()
            if let path = config ?? environment["TARIKH_CONFIG"] {
                configuration = try Configuration(file: Self.contents(of: path))
            } else if let path = Self.defaultFiles.first(where: FileManager.default.fileExists) {
                configuration = try Configuration(file: Self.contents(of: path))
            }
            try configuration.apply(environment: environment)
            if let data { configuration.data = data }
            return configuration
        } catch let error as ConfigurationError {
            throw CommandFailure(error)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(.badConfiguration, SystemError.text(error))
        }
    }

    private static func contents(of path: String) throws(CommandFailure) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandFailure(
                .badConfiguration, "The configuration file \(path) can't be read: \(SystemError.text(error))."
            )
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
