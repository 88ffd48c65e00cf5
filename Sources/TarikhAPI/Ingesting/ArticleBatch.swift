import ArticleStore
import Articles
import HTTPServer
import HTTPTypes

/// Takes many articles in and writes what came of each, a line of JSON each, in their order.
struct ArticleBatch {
    /// Articles of a transaction, and so of what is held in memory beside the request.
    private static let partSize = 256
    /// Articles that are taken all or none.
    static let maximumAtomic = 10_000

    let ingestor: Ingestor
    let metrics: Metrics
    /// Says what must be in the articles of whoever sends them.
    let admit: (ArticleInput) throws(Problem) -> ArticleInput
    /// A line of JSON for each article.
    private(set) var answer: [UInt8] = []
    private(set) var created = 0
    private(set) var failed = 0

    init(
        ingestor: Ingestor, metrics: Metrics, admit: @escaping (ArticleInput) throws(Problem) -> ArticleInput
    ) {
        self.ingestor = ingestor
        self.metrics = metrics
        self.admit = admit
    }

    /// Each line for itself, in parts of one transaction each. What could not be stored is told like what is wrong: what was
    /// stored before it stays.
    mutating func take(_ lines: some Sequence<BatchLine>) {
        var part: [BatchLine] = []
        for line in lines {
            part.append(line)
            if part.count == Self.partSize {
                take(part: part)
                part.removeAll(keepingCapacity: true)
            }
        }
        take(part: part)
    }

    private mutating func take(part: [BatchLine]) {
        guard !part.isEmpty else { return }
        let admitted = part.map(admitted)
        let inputs = admitted.compactMap { try? $0.get() }
        do {
            var results = try ingestor.ingest(inputs).makeIterator()
            for (line, input) in zip(part, admitted) {
                let result = input.flatMap { _ in
                    results.next()?.mapError(\.problem) ?? .failure(Self.unanswered)
                }
                write(line, result)
            }
        } catch {
            for (line, input) in zip(part, admitted) {
                write(line, input.flatMap { _ in .failure(Problem(error)) })
            }
        }
    }

    /// All or none. False: none was stored.
    mutating func takeAll(_ lines: [BatchLine]) throws(StoreError) -> Bool {
        let admitted = lines.map(admitted)
        var results: [Result<Insertion, Problem>]
        if admitted.contains(where: { (try? $0.get()) == nil }) {
            results = admitted.map { input in
                input.flatMap { _ in .failure(IngestionError.refusedWithOthers.problem) }
            }
        } else {
            results = try ingestor.ingestAll(admitted.compactMap { try? $0.get() }).map {
                $0.mapError(\.problem)
            }
        }
        let isStored = !results.contains { (try? $0.get()) == nil }
        if !isStored {
            results = results.map { $0.flatMap { _ in .failure(IngestionError.refusedWithOthers.problem) } }
        }
        for (line, result) in zip(lines, results) { write(line, result) }
        return isStored
    }

    private func admitted(_ line: BatchLine) -> Result<ArticleInput, Problem> {
        line.input.mapError(\.problem).flatMap { input in
            Result { () throws(Problem) in try admit(input) }
        }
    }

    private static let unanswered = Problem(
        .internalServerError, code: "internal_error", detail: "The store gave no answer for this article.")

    private mutating func write(_ line: BatchLine, _ result: Result<Insertion, Problem>) {
        let insertion = try? result.get()
        let isCreated = insertion?.outcome == .created
        if isCreated { created += 1 }
        if insertion == nil { failed += 1 }
        metrics.count(insertion == nil ? "rejected" : isCreated ? "created" : "unchanged")
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("line", line.line)
            writer.member("item", line.item)
            switch result {
            case .success(let insertion):
                writer.member("status", isCreated ? 201 : 200)
                writer.member("id", insertion.id)
                writer.nullMember("problem")
            case .failure(let problem):
                writer.member("status", problem.status.code)
                writer.nullMember("id")
                writer.key("problem")
                problem.write(to: &writer)
            }
        }
        writer.newline()
        answer += writer.bytes
    }
}
