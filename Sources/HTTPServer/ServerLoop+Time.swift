import HTTPTypes

/// Deadlines, and the end of the loop.
extension ServerLoop {
    /// Seconds from now until `connection` is closed if nothing happens on it.
    func timeout(of connection: Connection) -> Double {
        let configuration = shared.configuration
        switch connection.session {
        case .unknown: return configuration.headerTimeout
        case .http1(let http1):
            if http1.isAnswering { return .infinity }
            if http1.isReadingHead {
                return configuration.headerTimeout - (now - (connection.requestStart ?? now))
            }
            return http1.isReadingRequest ? configuration.bodyTimeout : configuration.idleTimeout
        case .http2(let http2):
            // Streams have deadlines of their own. Without one, frames such as PING do not keep the connection.
            if !http2.streams.isEmpty { return .infinity }
            return configuration.idleTimeout - (now - connection.lastRequest)
        }
    }

    /// Ends connections and streams whose time is up.
    func sweep() {
        lastSweep = now
        let stallTime = max(shared.configuration.bodyTimeout, shared.configuration.writeTimeout)
        for connection in connections.values {
            if case .http2(let http2) = connection.session, !http2.streams.isEmpty {
                http2.resetStalled(since: now - stallTime)
                proceed(connection)
            }
            if connection.deadline < now { expire(connection) }
        }
        if let drainStart, now - drainStart > Self.goawayDelay { finishShutdowns() }
    }

    private func expire(_ connection: Connection) {
        guard case .http1(let http1) = connection.session, http1.isReadingRequest, !connection.isLingering,
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
        for connection in connections.values {
            if case .http2(let http2) = connection.session {
                http2.announceShutdown()
                if connection.isIdle { http2.finishShutdown() }
                proceed(connection)
            } else if connection.isIdle {
                close(connection)
            }
        }
    }

    /// The second step for HTTP/2: what was on its way at the first has arrived by now.
    private func finishShutdowns() {
        for connection in connections.values {
            guard case .http2(let http2) = connection.session else { continue }
            http2.finishShutdown()
            proceed(connection)
        }
    }
}
