import Foundation

/// The queues for work that may block. None waits for another: while writing stands still, reading goes on.
struct Lanes: Sendable {
    private static let administrationThreads = 2

    private let reading: BlockingQueue
    private let writing: BlockingQueue
    private let administration: BlockingQueue
    /// For pieces of streamed answers: many small works, which neither keep requests waiting nor wait for them.
    let streaming: BlockingQueue

    init(_ configuration: ServerConfiguration) {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let threads = configuration.blockingThreads > 0 ? configuration.blockingThreads : 2 * cores
        let capacity = configuration.maximumQueuedRequests
        reading = BlockingQueue(threads: threads, capacity: capacity, label: "tarikh.reading")
        writing = BlockingQueue(threads: max(1, threads / 2), capacity: capacity, label: "tarikh.writing")
        administration = BlockingQueue(
            threads: Self.administrationThreads, capacity: capacity, label: "tarikh.administration")
        streaming = BlockingQueue(threads: threads, capacity: max(capacity, 4_096), label: "tarikh.streaming")
    }

    /// The queue of a lane that may block.
    func queue(of lane: Route.Lane) -> BlockingQueue {
        switch lane {
        case .loop, .blocking: reading
        case .writing: writing
        case .administration: administration
        }
    }

    /// Requests that wait for a thread.
    var waitingCounts: [(lane: String, count: Int)] {
        [
            ("reading", reading.waitingCount), ("writing", writing.waitingCount),
            ("administration", administration.waitingCount), ("streaming", streaming.waitingCount),
        ]
    }
}
