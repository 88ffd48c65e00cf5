/// Streamed answers of one connection: one at a time in HTTP/1, one of each stream in HTTP/2.
extension Connection {
    /// Keeps a flow for the answer whose head was written last. Returns false when nothing of it is wanted.
    func start(_ flow: Flow) -> Bool {
        if let http2 { return http2.start(flow) }
        guard http1.isStreaming else { return false }
        http1Flow = flow
        return true
    }

    /// Those that are on their way.
    var flows: [Flow] {
        guard let http2 else { return http1Flow.map { [$0] } ?? [] }
        return http2.flowCount == 0 ? [] : http2.streams.values.compactMap(\.flow)
    }

    func flow(of stream: Int32) -> Flow? {
        http2 == nil ? http1Flow : http2?.streams[stream]?.flow
    }

    /// Bytes that the next piece of a flow may have; 0 for none now.
    func room(for flow: Flow) -> Int {
        if let http2 { return output.count < Self.outputLimit ? http2.room(for: flow) : 0 }
        return output.count < Flow.room ? Flow.piece : 0
    }

    func add(_ bytes: [UInt8], to flow: Flow) {
        if let http2 { return http2.add(bytes, to: flow) }
        http1.write(bytes, &output)
    }

    /// Ends a streamed answer; one that is not whole in such a way that the peer sees it.
    func finish(_ flow: Flow, isWhole: Bool, isDraining: Bool) {
        if let http2 { return http2.finish(flow, isWhole: isWhole) }
        http1Flow = nil
        if !http1.finishStream(isWhole: isWhole, &output) || isDraining { closesAfterOutput = true }
    }

    /// Those that nobody waits for any more.
    func takeClosedFlows() -> [Flow] {
        guard let http2 else { return [] }
        defer { http2.closedFlows = [] }
        return http2.closedFlows
    }
}
