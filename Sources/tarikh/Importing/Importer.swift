import ArticleStore
import TarikhAPI

/// Reads files and hands their articles on in batches, each of which is one transaction.
struct Importer {
    /// Articles of a transaction: what is lost at most when the process is killed, to be imported again.
    private static let batchArticles = 256
    /// Bytes of their files.
    private static let batchBytes = 4 << 20

    let ingestor: Ingestor
    let rejected: (ImportItem, IngestionError) throws(CommandFailure) -> Void
    let progressed: (ImportCounts, _ bytes: Int) -> Void
    private(set) var counts = ImportCounts()
    private var bytes = 0
    private var batch: [ImportItem] = []
    private var batchLength = 0

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
                if batch.count >= Self.batchArticles || batchLength >= Self.batchBytes { try flush() }
            }
        }
        try flush()
        return counts
    }

    private mutating func flush() throws(CommandFailure) {
        // What can't be read has its error in `batch`.
        var results = try ingest(batch.compactMap { try? $0.input.get() }).makeIterator()
        for item in batch {
            switch item.input {
            case .failure(let error): try reject(item, error)
            case .success: try count(item, results.next())
            }
        }
        bytes += batchLength
        batch.removeAll(keepingCapacity: true)
        batchLength = 0
        progressed(counts, bytes)
    }

    private func ingest(
        _ inputs: [ArticleInput]
    ) throws(CommandFailure) -> [Result<Insertion, IngestionError>] {
        guard !inputs.isEmpty else { return [] }
        do {
            return try ingestor.ingest(inputs)
        } catch {
            throw CommandFailure(error)
        }
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
