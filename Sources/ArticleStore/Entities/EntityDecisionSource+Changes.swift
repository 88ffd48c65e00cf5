/// Where nobody created or changed an entity, nor chose an id.
extension EntityDecisionSource {
    func chosenID(among ids: [String]) throws -> String? { nil }
    var hasChanges: Bool { false }
    func isCreated(_ id: String) throws -> Bool { false }
    func changes(ofIDs ids: [String]) throws -> [EntitySaying] { [] }
}

/// What a creation or a change of an entity says.
struct EntitySaying {
    /// The id of the entity at that time.
    var target: String
    var isCreation: Bool
    var change: EntityChange
}
