import AccessControl
import ArgumentParser
import HTTPServer
import TarikhAPI

/// Lists keys.
struct ListKeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the keys.")

    @OptionGroup var options: DataOptions

    @Flag(help: "Write the API's JSON, an object a line.")
    var json = false

    func run() throws {
        let keys = try Keys.all(try options.read())
        if json {
            for key in keys {
                var writer = JSONWriter()
                KeyJSON.write(key, to: &writer)
                try StandardOutput.write(String(decoding: writer.bytes, as: UTF8.self))
            }
            return
        }
        let titles = ["id", "name", "scopes", "sources", "rate", "created", "expires"]
        let table = Table(
            columns: titles.map { Table.Column(title: $0, share: $0 == "sources" || $0 == "name" ? 1 : 0) },
            rows: keys.map(Self.row))
        for line in table.lines(width: Terminal.width) { try StandardOutput.write(line) }
    }

    private static func row(_ key: AccessKey) -> [String] {
        let grant = key.grant
        return [
            key.id, grant.name ?? "",
            AccessScope.allCases.filter(grant.scopes.contains).map(\.rawValue)
                .joined(separator: ","), grant.sources?.joined(separator: ",") ?? "all",
            grant.rate.map(String.init) ?? "", Timestamp.string(key.createdAt),
            grant.expiresAt.map(Timestamp.string) ?? "never",
        ]
    }
}
