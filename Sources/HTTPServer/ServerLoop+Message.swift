extension ServerLoop {
    /// What other threads tell the loop.
    enum Message: Sendable {
        case answer(connection: Int32, serial: UInt64, stream: Int32, Response)
        /// Nobody waited for the answer any more, so there is none.
        case dropped(connection: Int32, serial: UInt64)
        /// The next piece of a streamed answer; the last that may come when the server is going to stop.
        case piece(Flow.Place, Result<ResponsePiece, any Error>, isLast: Bool)
        /// A streamed answer that waited has more.
        case woken(Flow.Place)
        case drain
    }
}
