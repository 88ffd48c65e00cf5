/// The table of synonyms, once it has been read.
struct SynonymCache: Sendable {
    private(set) var table: SynonymTable?
    /// Grows with every change.
    private(set) var generation = 0

    /// After a change has become durable.
    mutating func clear() {
        table = nil
        generation += 1
    }

    /// Keeps what was read when the changes were `generation`, unless there has been one since.
    mutating func keep(_ table: SynonymTable, of generation: Int) {
        if generation == self.generation { self.table = table }
    }
}
