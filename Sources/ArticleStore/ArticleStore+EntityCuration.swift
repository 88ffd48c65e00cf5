import GRDB

/// What people decide of entities.
extension ArticleStore {
    /// Makes an entity that has a kind and a label. `local` is the id that extraction gives to a name such as the label, so that
    /// articles that name it mean it.
    package func create(
        entity change: EntityChange, local: String, reason: String?
    ) throws(StoreError) -> CurationOutcome {
        try curate { try $0.create(change, local: local, reason: reason, at: Self.currentSeconds) }
    }

    /// Describes an entity otherwise, if it still is what was `seen`; `nil` for anything.
    package func change(
        entity id: String, _ change: EntityChange, seen: StoredEntity?, reason: String?
    ) throws(StoreError) -> CurationOutcome {
        try curate { writer in
            try writer.change(entity: id, change, seen: seen, reason: reason, at: Self.currentSeconds)
        }
    }

    /// Makes one entity of `id`, which keeps its id, and the entities `ids`.
    package func merge(
        entities ids: [String], into id: String, reason: String?
    ) throws(StoreError) -> CurationOutcome {
        try curate { try $0.merge(entities: ids, into: id, reason: reason, at: Self.currentSeconds) }
    }

    /// Makes another entity of some of the mentions of `id`. What an article calls by one name is one: a mention stands for all of
    /// its name in its article.
    package func split(
        mentions: [String], from id: String, reason: String?
    ) throws(StoreError) -> CurationOutcome {
        try curate { try $0.split(mentions: mentions, from: id, reason: reason, at: Self.currentSeconds) }
    }
}
