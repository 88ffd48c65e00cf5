import ArticleStore
import TarikhAPI

/// Opens and closes the data folder; what takes long is told on standard error.
enum Store {
    static func open(
        _ configuration: Configuration, access: ArticleStore.Access, busyHint: String = ""
    ) throws(CommandFailure) -> ArticleStore {
        do {
            return try ArticleStore(
                folder: configuration.data, access: access, progress: { StandardError.write($0) })
        } catch {
            throw CommandFailure(error, hint: busyHint)
        }
    }

    static func close(_ store: ArticleStore) throws(CommandFailure) {
        do {
            try store.close()
        } catch {
            throw CommandFailure(error)
        }
    }
}
