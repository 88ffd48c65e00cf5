import Articles

extension Annotations {
    /// Has mentions and events name entities by other ids.
    mutating func replaceEntityIDs(_ id: (String) throws -> String) rethrows {
        for index in mentions.indices { mentions[index].entityID = try id(mentions[index].entityID) }
        for index in events.indices { try events[index].replaceEntityIDs(id) }
    }
}

extension Event {
    /// Has participants and the place go by other ids; of participants that are one then, the first stays.
    mutating func replaceEntityIDs(_ id: (String) throws -> String) rethrows {
        var seen: Set<String> = []
        participants = try participants.compactMap { participant in
            let new = try id(participant.entityID)
            return seen.insert(new).inserted ? Participant(entityID: new, role: participant.role) : nil
        }
        placeID = try placeID.map(id)
    }
}
