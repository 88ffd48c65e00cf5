import ArticleStore
import Dispatch
import Synchronization
import TarikhAPI

/// Articles that are being stored on another thread while the next ones are read.
final class PendingBatch: Sendable {
    typealias Outcome = Result<[Result<Insertion, IngestionError>], StoreError>

    let items: [ImportItem]
    private let outcome = Mutex<Outcome?>(nil)
    private let isStored = DispatchSemaphore(value: 0)

    /// Starts storing. Batches of one queue are stored one after another.
    init(_ items: [ImportItem], _ batch: Ingestor.Batch, with ingestor: Ingestor, on queue: DispatchQueue) {
        self.items = items
        queue.async { [self] in
            let stored = Result { () throws(StoreError) in try ingestor.store(batch) }
            outcome.withLock { $0 = stored }
            isStored.signal()
        }
    }

    var isDone: Bool { outcome.withLock { $0 != nil } }

    /// What came of each article that could be read, once all are stored. To be asked for once.
    func results() throws(StoreError) -> [Result<Insertion, IngestionError>] {
        isStored.wait()
        return try outcome.withLock { $0 }?.get() ?? []
    }
}
