import CNGHTTP2

/// What a peer may not do for ever.
extension HTTP2Session {
    /// Ends streams that do not move, or too slowly. A connection on which nothing else is left ends with them.
    func endStalled() {
        let stalled = streams.values.filter { $0.isStalled(limits, now: now) }
        guard !stalled.isEmpty else { return }
        if stalled.count == streams.count { return terminate(NGHTTP2_ENHANCE_YOUR_CALM) }
        for stream in stalled {
            _ = unsafe nghttp2_submit_rst_stream(
                session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, UInt32(NGHTTP2_CANCEL.rawValue))
        }
    }

    /// A frame begins to come. Some kinds cost work and bring nothing: a peer has only so many of them.
    func receives(_ type: UInt32, length: Int, stream id: Int32) {
        switch type {
        case NGHTTP2_HEADERS.rawValue:
            // RFC 9113, 5.1.1: a new stream with an id that is not above those before it.
            if id & 1 == 1, unsafe id <= nghttp2_session_get_last_proc_stream_id(session),
                unsafe nghttp2_session_find_stream(session, id) == nil
            {
                terminate(NGHTTP2_PROTOCOL_ERROR)
            }
        case NGHTTP2_DATA.rawValue where length > 0: break
        case NGHTTP2_RST_STREAM.rawValue: countReset()
        default:
            if !idleFrames.take(now: now) { terminate(NGHTTP2_ENHANCE_YOUR_CALM) }
        }
    }

    /// A frame was sent.
    func sent(_ type: UInt32) {
        switch type {
        // What makes this side reset streams is as cheap for a peer as resetting them itself (CVE-2025-8671).
        case NGHTTP2_RST_STREAM.rawValue: countReset()
        case NGHTTP2_DATA.rawValue: idleFrames.forgive(3)
        default: break
        }
    }

    private func countReset() {
        if !resets.take(now: now) { terminate(NGHTTP2_ENHANCE_YOUR_CALM) }
    }

    private func terminate(_ code: nghttp2_error_code) {
        _ = unsafe nghttp2_session_terminate_session(session, code.rawValue)
    }
}
