package import ArticleStore
package import Extraction

/// Reads stored articles anew that another annotator has read, in batches each of which is one transaction: what was done stays
/// when it is stopped, and the next run goes on from there. Others may read and write meanwhile.
package struct Reannotator: Sendable {
    /// Articles of a transaction: others that write wait for one at most.
    private static let batchSize = 32

    package struct Progress: Sendable, Hashable {
        /// Articles that were to be read when it began.
        package var total = 0
        package var done = 0
        /// From which something else was read than before.
        package var changed = 0
    }

    private let store: ArticleStore
    private let annotator: Annotator

    package init(store: ArticleStore, annotator: Annotator) {
        self.store = store
        self.annotator = annotator
    }

    /// Reads all there are, or until `isStopped` says so between two batches; `progressed` is told after each.
    package func run(
        isStopped: () -> Bool = { false }, progressed: (Progress) -> Void = { _ in }
    ) throws(StoreError) -> Progress {
        let version = annotator.version
        var progress = Progress(total: try store.outdatedCount(version: version))
        progressed(progress)
        var last: Int64 = 0
        while !isStopped() {
            let batch = try store.outdated(version: version, after: last, limit: Self.batchSize)
            guard let end = batch.last else { break }
            last = end.key
            let annotated = concurrentMap(batch) { item in
                (key: item.key, article: item.article, annotations: annotator.annotate(item.article))
            }
            let result = try store.reannotate(annotated, version: version)
            progress.done += batch.count
            progress.total = max(progress.total, progress.done)
            progress.changed += result.changed
            progressed(progress)
        }
        return progress
    }
}
