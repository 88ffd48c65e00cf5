import GRDB
import Synchronization

/// What readers of a store remember of entities for as long as the store does not change, so that a page of events costs no query for each
/// name in it.
final class EntityNames: Sendable {
    /// Beyond so many ids it starts anew; about 2 MB.
    private static let maximumCount = 8192

    private struct Remembered {
        /// The change after which all this was read.
        var sequence: Int64 = -1
        /// By what extraction calls them: of names that mean the same in all articles.
        var entities: [String: EntityLookup.Found?] = [:]
        var labels: [String: String?] = [:]
    }

    private let remembered = Mutex(Remembered())

    /// The entity of a name at `sequence`, as `find` has it unless it is remembered.
    func entity(
        _ local: String, sequence: Int64, find: () throws -> (found: EntityLookup.Found?, isPlain: Bool)
    ) rethrows -> EntityLookup.Found? {
        let known = remembered.withLock { $0.sequence == sequence ? $0.entities[local] : nil }
        if let known { return known }
        let (found, isPlain) = try find()
        if isPlain { remember(sequence) { $0.entities[local] = .some(found) } }
        return found
    }

    /// The label of an entity at `sequence`, as `find` has it unless it is remembered.
    func label(_ id: String, sequence: Int64, find: () throws -> String?) rethrows -> String? {
        let known = remembered.withLock { $0.sequence == sequence ? $0.labels[id] : nil }
        if let known { return known }
        let label = try find()
        remember(sequence) { $0.labels[id] = .some(label) }
        return label
    }

    private func remember(_ sequence: Int64, _ body: (inout Remembered) -> Void) {
        remembered.withLock { remembered in
            // What a reader of an older state finds is of no use to those that come after.
            guard sequence >= remembered.sequence else { return }
            let count = remembered.entities.count + remembered.labels.count
            if sequence > remembered.sequence || count >= Self.maximumCount {
                remembered = Remembered(sequence: sequence)
            }
            body(&remembered)
        }
    }
}
