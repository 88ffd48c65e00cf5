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
}

/// Nobody has decided anything.
struct NoEntityDecisions: EntityDecisionSource {
    var isEmpty: Bool { true }

    func decisions(onNames ids: Set<String>) -> [EntityDecision] { [] }
}
