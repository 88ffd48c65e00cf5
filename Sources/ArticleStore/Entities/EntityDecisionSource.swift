import EntityLinking

/// Where people's decisions of who is who come from: the one place by which they enter.
///
/// A decision names names and articles by what extraction and content say of them (`EntityDecision.Mark`), so that it holds
/// through new annotations and rebuilds. `EntityWriter` asks for the decisions that hold whenever it puts names together anew;
/// after one was taken or taken back, `EntityWriter.reconsider(_:)` with the ids of its marks, in the same transaction, has it
/// hold from the end of the transaction on.
protocol EntityDecisionSource {
    /// Nothing has been decided: then `decisions` is not asked.
    var isEmpty: Bool { get throws }

    /// All decisions that hold now and mark any of these names, by `EntityDecision.Mark.name`; in any order.
    func decisions(onNames ids: Set<String>) throws -> [EntityDecision]

    /// Of the ids that names of one entity have, the one that people chose for it; `nil` when they did not.
    func chosenID(among ids: [String]) throws -> String?

    /// Entities were created or changed: else `changes` is not asked.
    var hasChanges: Bool { get throws }

    /// People made an entity of this id: it stays though no article names it.
    func isCreated(_ id: String) throws -> Bool

    /// What people said of the entities that any of these ids may lead to, in order.
    func changes(ofIDs ids: [String]) throws -> [EntitySaying]
}

/// Nobody has decided anything.
struct NoEntityDecisions: EntityDecisionSource {
    var isEmpty: Bool { true }

    func decisions(onNames ids: Set<String>) -> [EntityDecision] { [] }
}
