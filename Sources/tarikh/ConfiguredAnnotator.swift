import Extraction
import TarikhAPI

/// The annotator with the names and the model that the configuration names.
enum ConfiguredAnnotator {
    static func make(_ configuration: Configuration) throws(CommandFailure) -> Annotator {
        Annotator(gazetteer: try gazetteer(configuration), model: try model(configuration))
    }

    private static func gazetteer(_ configuration: Configuration) throws(CommandFailure) -> Gazetteer {
        guard let path = configuration.gazetteer else { return Gazetteer() }
        let names = try FileContents.read(path)
        do {
            return try Gazetteer().extended(with: names, name: path)
        } catch {
            throw CommandFailure(.badConfiguration, error.description)
        }
    }

    private static func model(_ configuration: Configuration) throws(CommandFailure) -> EntityModel {
        guard let path = configuration.model else { return .builtIn }
        let file = try FileContents.read(path)
        do {
            return try EntityModel(file: file)
        } catch {
            throw CommandFailure(.badConfiguration, "\(path) can't be used: \(error.description).")
        }
    }
}
