import GRDB
import Synchronization

extension ArticleStore {
    /// Writes what people decide beside articles: `body` says whether it changed anything. What changes has a number of its own, so
    /// that answers that clients keep are known to be old; `afterwards` runs once it is durable, before anyone can tell.
    func recordingDecision<Outcome: Sendable>(
        _ body: (Database) throws -> (Outcome, isDone: Bool), afterwards: () -> Void = {}
    ) throws(StoreError) -> Outcome {
        guard isWritable else { throw .readOnly }
        return try writing.withLock { (cache) throws(StoreError) in
            let (outcome, sequence) = try transaction(&cache) { writer -> (Outcome, Int64?) in
                let (outcome, isDone) = try body(writer.database)
                return (outcome, isDone ? try writer.recordCuration(nil, at: Self.currentSeconds) : nil)
            }
            guard let sequence else { return outcome }
            afterwards()
            do {
                try applyToIndex([], sequence: sequence, &cache)
            } catch {
                throw StoreError(error)
            }
            return outcome
        }
    }
}
