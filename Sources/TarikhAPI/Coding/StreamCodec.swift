/// Reads compressed bytes piece by piece.
@safe
protocol StreamCodec: AnyObject {
    /// Reads some of `input` and fills some of `output`.
    func decode(
        _ input: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> StreamStep
}

/// What a step of decompression did.
struct StreamStep {
    enum State {
        /// There may be more.
        case going
        /// A member, frame or stream has ended; another may follow.
        case ended
        /// The bytes are not of this coding, or want more memory than they may.
        case damaged
    }

    var read: Int
    var written: Int
    var state: State
}
