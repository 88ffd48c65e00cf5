import Synchronization

/// Decoders that wait for the next article: what they remember of words is kept, and no memory is allocated anew.
final class DecoderPool: Sendable {
    private let free = Mutex<[SequenceDecoder]>([])
    /// Decoders kept, some 14 MB each: as many as read at once as a rule.
    private static let capacity = 4

    func take(_ model: SequenceModel) -> SequenceDecoder {
        free.withLock { free in
            guard let index = free.lastIndex(where: { $0.language == model.language }) else {
                return SequenceDecoder(model)
            }
            return free.remove(at: index)
        }
    }

    func give(_ decoder: consuming SequenceDecoder) {
        free.withLock { [decoder] free in
            if free.count < Self.capacity { free.append(decoder) }
        }
    }
}
