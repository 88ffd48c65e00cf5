import Articles
import EntityLinking

/// What an article says of an entity, ready to be written.
struct PreparedEntity: Sendable {
    let entity: Entity
    let mentions: Int
    /// The record of the description, and a hash of it.
    let record: [UInt8]
    let digest: Int64

    init(_ said: ArticleEntity) {
        entity = said.entity
        mentions = said.mentions
        record = NamingRecord.encode(said.entity)
        digest = Int64(bitPattern: StableHash.hash(record))
    }

    static func all(_ annotations: Annotations) -> [PreparedEntity] {
        ArticleEntity.read(annotations).map(PreparedEntity.init)
    }
}
