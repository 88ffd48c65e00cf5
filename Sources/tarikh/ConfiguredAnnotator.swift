import Extraction
import TarikhAPI

/// The annotator with the names that the configuration adds.
enum ConfiguredAnnotator {
    static func make(_ configuration: Configuration) throws(CommandFailure) -> Annotator {
        guard let path = configuration.gazetteer else { return Annotator() }
        let names = try FileContents.read(path)
        do {
            return Annotator(gazetteer: try Gazetteer().extended(with: names, name: path))
        } catch {
            throw CommandFailure(.badConfiguration, error.description)
        }
    }
}
