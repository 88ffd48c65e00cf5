import AccessControl
import Foundation
import Testing

final class KeyRingTests {
    let folder = FileManager.default.temporaryDirectory.path + "/tarikh-ring-" + UUID().uuidString

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test func `a key opens from when it is made until it is taken away`() throws {
        let ring = try KeyRing(KeyStore(folder: folder))
        #expect(ring.isEmpty && ring.key(of: "tarikh_x") == nil)
        let (key, secret) = try ring.add(try KeyGrant(scopes: [.read]), at: 1)
        #expect(ring.key(of: secret.text) == key)
        #expect(
            ring.key(of: key.id) == nil && ring.key(of: secret.text + "0") == nil && ring.key(of: "") == nil)
        #expect(!ring.hasRestrictions)
        _ = try ring.add(try KeyGrant(scopes: [.read], sources: ["a"]), at: 1)
        #expect(ring.hasRestrictions && ring.count == 2)
        #expect(try ring.remove(key.id))
        #expect(ring.key(of: secret.text) == nil)
    }

    /// As `tarikh keys` does beside a service.
    @Test func `what another connection changes is noticed within two seconds`() throws {
        let ring = try KeyRing(KeyStore(folder: folder))
        let other = try KeyStore(folder: folder)
        let (key, secret) = try other.add(try KeyGrant(scopes: [.read]), at: 1)
        #expect(Self.waits { ring.key(of: secret.text) != nil })
        _ = try other.remove(key.id)
        #expect(Self.waits { ring.key(of: secret.text) == nil })
    }

    private static func waits(for condition: () -> Bool) -> Bool {
        let end = Date().addingTimeInterval(2)
        while !condition(), Date() < end { Thread.sleep(forTimeInterval: 0.02) }
        return condition()
    }

    @Test func `a ring ends with its last owner`() throws {
        var ring: KeyRing? = try KeyRing(KeyStore(folder: folder))
        weak let seen = ring
        ring = nil
        #expect(Self.waits { seen == nil })
    }

    @Test func `digests are those of FIPS 180-4, and differ by any bit`() throws {
        let digest = KeyDigest(of: "abc")
        #expect(digest.bytes.prefix(4) == [0xba, 0x78, 0x16, 0xbf] && digest.bytes.count == 32)
        #expect(digest == KeyDigest(of: "abc"))
        #expect(digest != KeyDigest(of: "abd"))
    }
}
