import ArticleStore
import Dispatch
import TarikhAPI

/// Reads files and hands their articles on in batches, each of which is one transaction. A batch is read while the one before it is
/// stored.
struct Importer {
    /// Articles of a transaction: few at first, since nothing is stored while the first are read, then twice as many each time.
    /// Of two at most, one stored and one read, the work is lost when the process is killed, to be done again.
    private static let batchArticles = (first: 128, most: 1024)
    /// Bytes of their files.
    private static let batchBytes = 8 << 20

    let ingestor: Ingestor
    let rejected: (ImportItem, IngestionError) throws(CommandFailure) -> Void
    let progressed: (ImportCounts, _ bytes: Int) -> Void
    private(set) var counts = ImportCounts()
    private var bytes = 0
    private var batch: [ImportItem] = []
    private var batchLength = 0
    private var batchLimit = Self.batchArticles.first
    private var pending: PendingBatch?
    private let queue = DispatchQueue(label: "storing")

    /// - Parameters:
    ///   - rejected: is told of each article that is not taken in.
    ///   - progressed: is told what has been done after each batch, with the bytes of all files so far.
    init(
        ingestor: Ingestor,
        rejected: @escaping (ImportItem, IngestionError) throws(CommandFailure) -> Void,
        progressed: @escaping (ImportCounts, Int) -> Void
    ) {
        self.ingestor = ingestor
        self.rejected = rejected
        self.progressed = progressed
    }

    /// Imports all articles of `files`; when it returns, they are durable and searchable.
    mutating func run(_ files: [ImportFile]) throws(CommandFailure) -> ImportCounts {
        for file in files {
            var reader = try ImportReader(file)
            while let item = try reader.next() {
                batch.append(item)
                batchLength += item.length
                if batch.count >= batchLimit || batchLength >= Self.batchBytes { try flush() }
            }
        }
        try flush()
        try settle()
        return counts
    }

    /// Reads the batch while the one before it is stored, then has it stored in turn.
    private mutating func flush() throws(CommandFailure) {
        guard !batch.isEmpty else { return }
        // What can't be read has its error in `batch`.
        let inputs = batch.compactMap { try? $0.input.get() }
        let read: Ingestor.Batch
        do {
            read = try ingestor.prepare(inputs) { [pending] in pending.map { !$0.isDone } ?? false }
        } catch {
            throw CommandFailure(error)
        }
        try settle()
        pending = PendingBatch(batch, read, with: ingestor, on: queue)
        batch.removeAll(keepingCapacity: true)
        batchLength = 0
        batchLimit = min(batchLimit * 2, Self.batchArticles.most)
    }

    /// Waits until what is pending is durable and searchable, and tells what came of it.
    private mutating func settle() throws(CommandFailure) {
        guard let stored = pending else { return }
        pending = nil
        var results: IndexingIterator<[Result<Insertion, IngestionError>]>
        do {
            results = try stored.results().makeIterator()
        } catch {
            throw CommandFailure(error)
        }
        for item in stored.items {
            bytes += item.fileLength
            switch item.input {
            case .failure(let error): try reject(item, error)
            case .success: try count(item, results.next())
            }
        }
        progressed(counts, bytes)
    }

    private mutating func count(
        _ item: ImportItem, _ result: Result<Insertion, IngestionError>?
    ) throws(CommandFailure) {
        switch result {
        case .success(let insertion) where insertion.outcome == .created: counts.created += 1
        case .success: counts.unchanged += 1
        case .failure(let error): try reject(item, error)
        case nil: throw CommandFailure(.failed, "Not all articles were answered for.")
        }
    }

    private mutating func reject(_ item: ImportItem, _ error: IngestionError) throws(CommandFailure) {
        counts.rejected += 1
        try rejected(item, error)
    }
}
