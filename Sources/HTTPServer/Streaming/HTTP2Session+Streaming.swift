import CNGHTTP2

/// Answers whose content comes piece by piece: nghttp2 defers a stream that has nothing to send and is told when it has.
extension HTTP2Session {
    /// Returns false when nothing of it is wanted.
    func start(_ flow: Flow) -> Bool {
        guard let stream = streams[flow.place.stream], stream.isOpenEnded else { return false }
        stream.flow = flow
        flowCount += 1
        return true
    }

    /// Each stream may have a little, so that one whose window is closed does not keep the others from getting on.
    func room(for flow: Flow) -> Int {
        guard let stream = streams[flow.place.stream] else { return 0 }
        if answerBytes < Flow.room { return stream.unsent < Flow.piece ? Flow.piece : 0 }
        return stream.unsent == 0 ? Flow.smallPiece : 0
    }

    func add(_ bytes: [UInt8], to flow: Flow) {
        guard let stream = streams[flow.place.stream], !bytes.isEmpty else { return }
        stream.add(bytes, now: now)
        answerBytes += bytes.count
        resume(stream)
    }

    func finish(_ flow: Flow, isWhole: Bool) {
        guard let stream = streams[flow.place.stream], stream.flow === flow else { return }
        stream.flow = nil
        stream.isOpenEnded = false
        stream.touched = now
        flowCount -= 1
        if isWhole { return resume(stream) }
        _ = unsafe nghttp2_submit_rst_stream(
            session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, UInt32(NGHTTP2_INTERNAL_ERROR.rawValue))
    }

    /// An error says that the stream was not deferred: then it is asked anyway.
    private func resume(_ stream: HTTP2Stream) {
        _ = unsafe nghttp2_session_resume_data(session, stream.id)
    }
}
