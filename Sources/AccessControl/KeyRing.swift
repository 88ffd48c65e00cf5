import Dispatch
import Synchronization

/// The keys in memory, as they are in the database now or were a second ago.
package final class KeyRing: Sendable {
    private struct Keys {
        var byDigest: [KeyDigest: AccessKey] = [:]
        var hasRestrictions = false
        /// Of the database when they were read.
        var changeNumber: Int64

        init(_ keys: [(digest: KeyDigest, key: AccessKey)], changeNumber: Int64) {
            for (digest, key) in keys {
                byDigest[digest] = key
                hasRestrictions = hasRestrictions || key.grant.sources != nil
            }
            self.changeNumber = changeNumber
        }
    }

    /// Seconds after which a change by another process is noticed at the latest.
    private static let interval = 1.0

    package let store: KeyStore
    private let keys: Mutex<Keys>
    private let readings = Atomic(0)
    /// Held while keys are read and put in place, so that the last who reads is the last who puts.
    private let refreshing = Mutex(())
    private let queue = DispatchQueue(label: "tarikh.keys")
    private let failure: @Sendable (AccessError) -> Void

    /// Reads the keys, and again when they have changed, as long as it lives. `failure` is told when that fails; the keys that were
    /// read last hold then.
    package init(
        _ store: KeyStore, failure: @escaping @Sendable (AccessError) -> Void = { _ in }
    ) throws(AccessError) {
        self.store = store
        self.failure = failure
        keys = Mutex(try Self.read(store))
        watch()
    }

    /// The number comes first: what changes between the two is read again then.
    private static func read(_ store: KeyStore) throws(AccessError) -> Keys {
        let number = try store.changeNumber()
        return Keys(try store.digests(), changeNumber: number)
    }

    private func watch() {
        queue.asyncAfter(deadline: .now() + Self.interval) { [weak self] in
            guard let self else { return }
            refreshIfChanged()
            watch()
        }
    }

    private func refreshIfChanged() {
        do {
            guard try store.changeNumber() != keys.withLock({ $0.changeNumber }) else { return }
            try refresh()
        } catch {
            failure(error)
        }
    }

    private func refresh() throws(AccessError) {
        try refreshing.withLock { _ throws(AccessError) in
            let read = try Self.read(store)
            keys.withLock { $0 = read }
            readings.add(1, ordering: .sequentiallyConsistent)
        }
    }

    /// The key that a secret is of, expired or not; from memory.
    package func key(of secret: String) -> AccessKey? {
        let digest = KeyDigest(of: secret)
        return keys.withLock { $0.byDigest[digest] }
    }

    /// Grows whenever the keys may have changed.
    package var version: Int { readings.load(ordering: .sequentiallyConsistent) }

    /// Whether there is no key, not even one that has expired.
    package var isEmpty: Bool { keys.withLock { $0.byDigest.isEmpty } }

    package var count: Int { keys.withLock { $0.byDigest.count } }

    /// Whether some key is only for some sources.
    package var hasRestrictions: Bool { keys.withLock { $0.hasRestrictions } }

    /// As of the store; the key holds when this returns.
    package func add(_ grant: KeyGrant, at now: Int64) throws(AccessError) -> (
        key: AccessKey, secret: KeySecret
    ) {
        let added = try store.add(grant, at: now)
        try refresh()
        return added
    }

    /// As of the store; the key does not hold any more when this returns.
    package func remove(_ id: String) throws(AccessError) -> Bool {
        let isRemoved = try store.remove(id)
        try refresh()
        return isRemoved
    }
}
