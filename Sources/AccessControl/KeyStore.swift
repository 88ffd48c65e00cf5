import Foundation
import GRDB

/// The keys and the log of writes of a data folder, in a database of their own, so that a command may change keys while a service runs.
///
/// Functions block; call them from a thread that may. All may be called from any thread.
package final class KeyStore: Sendable {
    let queue: DatabaseQueue

    private static func path(_ folder: String) -> String { folder + "/access.sqlite" }

    /// Opens the database of a data folder, making both where they are missing.
    package init(folder: String) throws(AccessError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let path = Self.path(folder)
            if !FileManager.default.fileExists(atPath: path) {
                // What is beside it gets the same rights from SQLite.
                _ = FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(10)
            // A commit is on disk when it returns.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if try queue.read({ try Self.migrations.hasBeenSuperseded($0) }) {
                throw AccessError.newerVersion
            }
            try Self.migrations.migrate(queue)
        } catch {
            throw AccessError(error)
        }
    }

    /// Whether a folder has keys; nothing is made where there are none.
    package static func hasKeys(folder: String) throws(AccessError) -> Bool {
        guard FileManager.default.fileExists(atPath: path(folder)) else { return false }
        return try !KeyStore(folder: folder).keys().isEmpty
    }

    private static let migrations: DatabaseMigrator = {
        var migrations = DatabaseMigrator()
        migrations.registerMigration("1") { database in
            try database.execute(sql: AccessSchema.statements.joined(separator: ";\n"))
        }
        return migrations
    }()

    // MARK: Keys

    /// Makes a key. Its secret is nowhere else but in what is returned.
    package func add(_ grant: KeyGrant, at now: Int64) throws(AccessError) -> (
        key: AccessKey, secret: KeySecret
    ) {
        let secret = KeySecret()
        let row = try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO key (digest, name, scopes, sources, expires_at, rate, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(secret.digest.bytes), grant.name, Self.text(grant.scopes),
                    grant.sources?.joined(separator: ","), grant.expiresAt, grant.rate, now,
                ])
            return database.lastInsertedRowID
        }
        return (AccessKey(row: row, grant: grant, createdAt: now), secret)
    }

    /// All keys, the oldest first, expired ones among them.
    package func keys() throws(AccessError) -> [AccessKey] {
        try digests().map(\.key)
    }

    /// Takes a key away; false when there is none of this id.
    package func remove(_ id: String) throws(AccessError) -> Bool {
        guard let row = AccessKey.row(id) else { return false }
        return try writing { database in
            try database.execute(sql: "DELETE FROM key WHERE row = ?", arguments: [row])
            return database.changesCount > 0
        }
    }

    /// The keys with what is known of their secrets.
    func digests() throws(AccessError) -> [(digest: KeyDigest, key: AccessKey)] {
        try reading { database in
            try Row.fetchAll(database, sql: "SELECT * FROM key ORDER BY row").compactMap(Self.key)
        }
    }

    /// A number that differs from an earlier one when another process has changed the database since.
    func changeNumber() throws(AccessError) -> Int64 {
        try reading { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }

    /// `nil` for what no version writes; such a key opens nothing.
    private static func key(_ row: Row) throws -> (digest: KeyDigest, key: AccessKey)? {
        let digest: Data = row["digest"]
        let scopes: String = row["scopes"]
        let sources: String? = row["sources"]
        guard let digest = KeyDigest(bytes: [UInt8](digest)),
            let grant = try? KeyGrant(
                name: row["name"],
                scopes: Set(scopes.split(separator: ",").compactMap { AccessScope(rawValue: String($0)) }),
                sources: sources?.split(separator: ",").map(String.init), expiresAt: row["expires_at"],
                rate: row["rate"])
        else { return nil }
        return (digest, AccessKey(row: row["row"], grant: grant, createdAt: row["created_at"]))
    }

    private static func text(_ scopes: Set<AccessScope>) -> String {
        AccessScope.allCases.filter(scopes.contains).map(\.rawValue).joined(separator: ",")
    }

    // MARK: The database

    func reading<Value>(_ body: (Database) throws -> Value) throws(AccessError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw AccessError(error)
        }
    }

    func writing<Value>(_ body: (Database) throws -> Value) throws(AccessError) -> Value {
        do {
            return try queue.write(body)
        } catch {
            throw AccessError(error)
        }
    }
}
