import Dispatch
import Synchronization

/// A queue for each folder, whichever index has it open: an index that is let go of may still be merging when the folder is
/// opened again.
enum MergeQueues {
    private static let queues = Mutex<[String: DispatchQueue]>([:])

    static func queue(for folder: String) -> DispatchQueue {
        queues.withLock { queues in
            if let queue = queues[folder] { return queue }
            let queue = DispatchQueue(label: "tarikh.index.merge", qos: .utility)
            queues[folder] = queue
            return queue
        }
    }
}
