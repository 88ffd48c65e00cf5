import HTTPServer
import Synchronization

/// Counts what a streamed answer sends, and tells of it when it is over.
final class ObservedSource: ResponseSource {
    private let source: any ResponseSource
    private let failed: @Sendable (any Error) -> Void
    private let ended: @Sendable (Int) -> Void
    private let bytes = Mutex(0)

    /// - Parameter ended: is told how many bytes there were, whoever ended it.
    init(
        _ source: any ResponseSource, failed: @escaping @Sendable (any Error) -> Void,
        ended: @escaping @Sendable (Int) -> Void
    ) {
        self.source = source
        self.failed = failed
        self.ended = ended
    }

    deinit { ended(bytes.withLock { $0 }) }

    func next(_ pull: ResponsePull) throws -> ResponsePiece {
        do {
            let piece = try source.next(pull)
            if case .bytes(let part) = piece { bytes.withLock { $0 += part.count } }
            return piece
        } catch {
            failed(error)
            throw error
        }
    }
}
