import ArgumentParser

/// The keys that let others use the service.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Add, list and remove API keys.",
        discussion: """
            Works while the service runs, which notices within 2 seconds. With the first key the service asks for one; \
            without any it answers on loopback addresses only, or lets read whoever it is told to.
            """,
        subcommands: [AddKeyCommand.self, ListKeysCommand.self, RemoveKeyCommand.self])
}
