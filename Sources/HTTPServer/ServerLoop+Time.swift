import HTTPTypes

/// Deadlines, and the end of the loop.
extension ServerLoop {
    /// Seconds from now until `connection` is closed if nothing happens on it.
    func timeout(of connection: Connection) -> Double {
        let configuration = shared.configuration
        if connection.isHandshaking {
            return configuration.handshakeTimeout - (now - connection.lastRequest)
        }
        guard connection.isProtocolKnown else {
            return configuration.headerTimeout - (now - connection.lastRequest)
        }
        if let http2 = connection.http2 {
            // Streams have deadlines of their own. Without one, frames such as PING do not keep the connection.
            if !http2.streams.isEmpty { return .infinity }
            return configuration.idleTimeout - (now - connection.lastRequest)
        }
        let http1 = connection.http1
        if http1.isAnswering { return .infinity }
        let elapsed = now - (connection.requestStart ?? now)
        if http1.isReadingHead { return configuration.headerTimeout - elapsed }
        guard http1.isReadingRequest else { return configuration.idleTimeout }
        // A body that keeps coming, but too slowly, has an end too.
        let longest =
            configuration.headerTimeout + configuration.bodyTimeout
            + Double(http1.bodyBytes) / configuration.minimumRate
        return min(configuration.bodyTimeout, longest - elapsed)
    }

    /// Ends connections and streams whose time is up.
    func sweep() {
        lastSweep = now
        for connection in connections.all {
            if let http2 = connection.http2, !http2.streams.isEmpty {
                http2.now = now
                http2.endStalled()
                proceed(connection)
            } else if connection.isStreaming {
                pump(connection)
            }
            if connection.deadline < now { expire(connection) }
        }
        if let drainStart, now - drainStart > Self.goawayDelay { finishShutdowns() }
    }

    private func expire(_ connection: Connection) {
        guard !connection.isHTTP2, connection.http1.isReadingRequest, !connection.isLingering,
            connection.output.isEmpty, !connection.closesAfterOutput
        else { return close(connection) }
        handle(.problem(stream: 0, .requestTimeout), of: connection)
        connection.closesAfterOutput = true
        connection.deadline = now + 1
        flush(connection)
    }

    /// Refuses new connections from here on, ends idle ones, and tells the others.
    func drain() {
        guard drainStart == nil else { return }
        drainStart = now
        stopListening()
        for connection in connections.all {
            if let http2 = connection.http2 {
                http2.announceShutdown()
                if connection.isIdle { http2.finishShutdown() }
                proceed(connection)
            } else if connection.isIdle {
                close(connection)
            } else if connection.isStreaming {
                pump(connection)
            }
        }
    }

    /// The second step for HTTP/2: what was on its way at the first has arrived by now.
    private func finishShutdowns() {
        for connection in connections.all {
            guard let http2 = connection.http2 else { continue }
            http2.finishShutdown()
            proceed(connection)
        }
    }
}
