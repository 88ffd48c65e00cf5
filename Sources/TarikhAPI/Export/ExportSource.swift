import ArticleStore
import HTTPServer
import Synchronization

/// Reads one snapshot from end to end while it is sent.
final class ExportSource: ResponseSource {
    /// Why it can't go on.
    enum Failure: Error {
        /// It took longer than a snapshot may be held: what is written meanwhile fills the disk.
        case tooSlow
    }

    /// Seconds that a snapshot is held at most.
    static let longest = 1800.0

    private struct State: Sendable {
        var hasBegun = false
        /// Found and not read.
        var places: ArraySlice<PagePosition> = []
        var lastPlace: PagePosition?
        /// Read and not written.
        var items: [ExportItem] = []
        var used = 0
        var count = 0
        var isRead = false
        var isWritten = false
        var pending = PendingBytes()
    }

    private let snapshot: StoreSnapshot
    private let reader: ExportReader
    private let format: any ExportFormat
    private let deadline: Double
    private let now: @Sendable () -> Double
    private let permit: ExportPermits.Permit?
    private let state = Mutex(State())

    init(
        _ snapshot: StoreSnapshot, _ reader: ExportReader, _ format: any ExportFormat,
        permit: ExportPermits.Permit? = nil, longest: Double = longest,
        now: @escaping @Sendable () -> Double = { Stopwatch.now }
    ) {
        self.snapshot = snapshot
        self.reader = reader
        self.format = format
        self.permit = permit
        self.now = now
        deadline = now() + longest
    }

    func next(_ pull: ResponsePull) throws -> ResponsePiece {
        guard now() < deadline else { throw Failure.tooSlow }
        var state = State()
        self.state.withLock { swap(&$0, &state) }
        defer { self.state.withLock { swap(&$0, &state) } }
        if !state.hasBegun {
            state.hasBegun = true
            state.pending.append(format.opening)
        }
        while state.pending.count < pull.limit, !state.isWritten { try advance(&state) }
        let part = state.pending.take(pull.limit)
        return part.isEmpty && state.isWritten ? .end : .bytes(part)
    }

    /// Writes one thing, or reads the next, or finds out where they are.
    private func advance(_ state: inout State) throws {
        if state.used < state.items.count {
            let bytes = format.write(state.items[state.used])
            state.used += 1
            if !bytes.isEmpty { state.count += 1 }
            state.pending.append(bytes)
        } else if state.isRead {
            state.pending.append(format.closing(count: state.count, sequence: snapshot.sequence))
            state.isWritten = true
        } else if state.places.isEmpty {
            state.places = try reader.places(snapshot, state.lastPlace)[...]
            state.isRead = state.places.isEmpty
            state.lastPlace = state.places.last
        } else {
            state.items = try reader.items(snapshot, state.places.prefix(reader.size))
            state.places = state.places.dropFirst(reader.size)
            state.used = 0
        }
    }
}
