import AccessControl
import ArgumentParser

/// Takes a key away.
struct RemoveKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a key away.")

    @OptionGroup var options: DataOptions

    @Argument(help: ArgumentHelp("The key's id, as 'list' shows it.", valueName: "id"))
    var id: String

    func run() throws {
        let isRemoved = try Keys.change(try options.read(), "DELETE", "/v1/keys/{id}") {
            (store, _) throws(AccessError) in
            let isRemoved = try store.remove(id)
            return (isRemoved, id, isRemoved ? 204 : 404)
        }
        guard isRemoved else { throw CommandFailure(.failed, "There is no key '\(id)'.") }
    }
}
