import Articles
import Synchronization

/// Entities that were read from their lines, by their position in a gazetteer.
final class EntityCache: Sendable {
    private let entities = Mutex<[Int: Entity]>([:])

    /// The entity that `read` gives, once.
    func entity(_ position: Int, _ read: () -> Entity) -> Entity {
        if let entity = entities.withLock({ $0[position] }) { return entity }
        let entity = read()
        entities.withLock { $0[position] = entity }
        return entity
    }
}
