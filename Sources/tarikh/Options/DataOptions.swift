import ArgumentParser
import TarikhAPI

/// What every command with data needs.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data folder (TARIKH_DATA; key 'data').", valueName: "folder"))
    var data: String?

    @OptionGroup var settings: ConfigurationOptions

    /// The settings of file, environment and command line together.
    func read() throws(CommandFailure) -> Configuration {
        var configuration = try settings.read()
        if let data { configuration.data = data }
        return configuration
    }
}
