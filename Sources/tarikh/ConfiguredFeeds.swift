import Feeds
import Foundation
import TarikhAPI

/// The feeds of the data folder, with those of the file that the configuration names.
enum ConfiguredFeeds {
    /// `nil` where nothing is fetched.
    static func open(_ configuration: Configuration) throws(CommandFailure) -> FeedStore? {
        guard configuration.fetchesAddresses else { return nil }
        var entries: [FeedEntry] = []
        if let path = configuration.feeds {
            do {
                entries = try FeedList.read(FileContents.read(path), policy: configuration.fetchPolicy)
            } catch let failure as FeedList.Failure {
                throw CommandFailure(.badConfiguration, "\(path): \(failure.description)")
            } catch let failure as CommandFailure {
                throw failure
            } catch {
                throw CommandFailure(.badConfiguration, "\(path): \(error)")
            }
        }
        do {
            let store = try FeedStore(folder: configuration.data)
            try store.replaceFixed(with: entries, at: Int64(Date().timeIntervalSince1970))
            return store
        } catch {
            throw CommandFailure(error == .newerVersion ? .badConfiguration : .failed, error.description)
        }
    }
}
