import AccessControl
import Foundation
import GRDB
import Testing

/// Keys and the log of writes in a temporary folder.
final class KeyStoreTests {
    let folder = FileManager.default.temporaryDirectory.path + "/tarikh-keys-" + UUID().uuidString

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func grant(_ scopes: Set<AccessScope> = [.read]) throws -> KeyGrant {
        try KeyGrant(scopes: scopes)
    }

    @Test func `a secret has 256 random bits and is kept as its digest only`() throws {
        let store = try KeyStore(folder: folder)
        let secrets = try (0..<100).map { _ in try store.add(try grant(), at: 1).secret.text }
        #expect(Set(secrets).count == 100)
        for secret in secrets {
            #expect(secret.hasPrefix(KeySecret.prefix))
            // 52 digits of base 32, four of which stand for 4 bits.
            #expect(secret.utf8.count == KeySecret.prefix.utf8.count + 52)
        }
        // Every digit of the 5-bit places takes on most of its values.
        let columns = secrets.map { Array($0.utf8.dropFirst(KeySecret.prefix.utf8.count)) }
        #expect((0..<12).allSatisfy { column in Set(columns.map { $0[column] }).count > 16 })
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.contains("access.sqlite"))
        for file in files {
            let bytes = try Data(contentsOf: URL(filePath: folder + "/" + file))
            #expect(!secrets.contains { bytes.range(of: Data($0.utf8)) != nil })
        }
    }

    @Test func `nobody else may read the file`() throws {
        _ = try KeyStore(folder: folder).add(try grant(), at: 1)
        for file in ["access.sqlite", "access.sqlite-wal"]
        where FileManager.default.fileExists(atPath: folder + "/" + file) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(file)")
        }
    }

    @Test func `keys are listed as they were made, and ids are never given twice`() throws {
        let store = try KeyStore(folder: folder)
        let whole = try KeyGrant(
            name: "وكالة", scopes: [.write, .read], sources: ["وكالة أ", "b"], expiresAt: 99, rate: 5)
        let first = try store.add(whole, at: 10).key
        let second = try store.add(try grant(), at: 11).key
        #expect(try store.keys() == [first, second])
        #expect(first.grant == whole && first.createdAt == 10)
        #expect(try store.remove(second.id))
        #expect(try !store.remove(second.id))
        #expect(try !store.remove("k_nonsense!") && !store.remove("") && !store.remove("k_-1"))
        #expect(try store.add(try grant(), at: 12).key.id != second.id)
        #expect(try KeyStore(folder: folder).keys().count == 2)
    }

    @Test func `asking whether there are keys makes nothing`() throws {
        #expect(try !KeyStore.hasKeys(folder: folder))
        #expect(!FileManager.default.fileExists(atPath: folder))
        _ = try KeyStore(folder: folder).add(try grant(), at: 1)
        #expect(try KeyStore.hasKeys(folder: folder))
    }

    @Test func `what a key can't be is refused by name`() {
        func part(_ make: () throws(KeyGrantError) -> KeyGrant) -> KeyGrantError.Part? {
            do { _ = try make() } catch { return error.part }
            return nil
        }
        #expect(part { () throws(KeyGrantError) in try KeyGrant(scopes: []) } == .scopes)
        #expect(part { () throws(KeyGrantError) in try KeyGrant(name: "", scopes: [.read]) } == .name)
        #expect(part { () throws(KeyGrantError) in try KeyGrant(scopes: [.read], sources: []) } == .sources)
        #expect(
            part { () throws(KeyGrantError) in try KeyGrant(scopes: [.read], sources: ["a,b"]) } == .sources)
        #expect(
            part { () throws(KeyGrantError) in try KeyGrant(scopes: [.read], sources: ["!a"]) } == .sources)
        #expect(part { () throws(KeyGrantError) in try KeyGrant(scopes: [.read], rate: 0) } == .rate)
        #expect(
            part { () throws(KeyGrantError) in try KeyGrant(scopes: [.read], sources: ["a"], rate: 1) } == nil
        )
    }

    @Test func `the log of writes is only added to`() throws {
        let store = try KeyStore(folder: folder)
        for number in 1...5 {
            try store.append(
                AuditEntry(
                    at: Int64(number), actor: number == 3 ? .key("k_1") : .anonymous, method: "POST",
                    route: "/v1/articles", subject: "a_\(number)", status: 201, requestID: "r"))
        }
        let first = try store.audit(limit: 3, before: nil)
        #expect(first.entries.map(\.entry.at) == [5, 4, 3])
        #expect(first.hasMore && first.total == 5 && first.newest == 5)
        let rest = try store.audit(limit: 3, before: first.entries.last?.number)
        #expect(rest.entries.map(\.entry.at) == [2, 1])
        #expect(!rest.hasMore)
        let ofKey = try store.audit(actor: .key("k_1"), limit: 3, before: nil)
        #expect(ofKey.entries.map(\.entry.subject) == ["a_3"])
        #expect(ofKey.total == 1)

        let other = try DatabaseQueue(path: folder + "/access.sqlite")
        for sql in ["DELETE FROM audit", "UPDATE audit SET status = 200"] {
            #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func `a database of a newer version is left alone`() throws {
        _ = try KeyStore(folder: folder)
        let other = try DatabaseQueue(path: folder + "/access.sqlite")
        try other.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
        try other.close()
        #expect(throws: AccessError.newerVersion) { try KeyStore(folder: folder) }
    }
}
