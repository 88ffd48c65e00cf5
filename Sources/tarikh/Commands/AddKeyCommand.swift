import AccessControl
import ArgumentParser
import Foundation
import HTTPServer
import TarikhAPI

/// Makes a key and writes its secret, this one time.
struct AddKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a key and show its secret, which is not kept.")

    @OptionGroup var options: DataOptions

    @Option(
        help: ArgumentHelp(
            "What it may do, with commas between: "
                + AccessScope.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "list"))
    var scopes = AccessScope.read.rawValue

    @Option(help: ArgumentHelp("What it is for, for people.", valueName: "text"))
    var name: String?

    @Option(help: ArgumentHelp("Only articles of these sources, with commas between.", valueName: "list"))
    var sources: String?

    @Option(help: ArgumentHelp("When it ends: a day, or a time as in RFC 3339.", valueName: "time"))
    var expires: String?

    @Option(help: ArgumentHelp("Requests a minute (default: the setting 'rate_limit').", valueName: "number"))
    var rate: Int?

    @Flag(help: "Write the API's JSON.")
    var json = false

    func run() throws {
        let grant = try grant()
        let (key, secret) = try Keys.change(try options.read(), "POST", "/v1/keys") {
            (store, now) throws(AccessError) in
            let added = try store.add(grant, at: now)
            return (added, added.key.id, 201)
        }
        if json {
            var writer = JSONWriter()
            KeyJSON.write(key, secret: secret, to: &writer)
            return try StandardOutput.write(String(decoding: writer.bytes, as: UTF8.self))
        }
        StandardError.write("Key \(key.id). This is its secret, which is not shown again:")
        try StandardOutput.write(secret.text)
    }

    private func grant() throws(CommandFailure) -> KeyGrant {
        var parsed: Set<AccessScope> = []
        for name in scopes.split(separator: ",") {
            guard let scope = AccessScope(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
                throw CommandFailure(.usage, "There is no scope '\(name)'.")
            }
            parsed.insert(scope)
        }
        let end = expires.map(Timestamp.seconds)
        if case .some(.none) = end {
            throw CommandFailure(.usage, "'--expires' is a day or a time, such as 2027-01-31T12:00:00Z.")
        }
        let list = sources?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        do {
            return try KeyGrant(name: name, scopes: parsed, sources: list, expiresAt: end ?? nil, rate: rate)
        } catch {
            throw CommandFailure(.usage, error.description)
        }
    }
}
