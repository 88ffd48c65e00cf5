import Sockets

/// Sending, and what to wait for next.
extension ServerLoop {
    /// Seconds for the peer to close after the last answer.
    private static let lingerTime = 2.0

    func flush(_ connection: Connection) {
        defer { connection.output.giveBack(&spareOutput) }
        while true {
            let outcome: StreamSocket.Outcome
            if let tls = connection.tls {
                guard !tls.outgoing.isEmpty || !connection.output.isEmpty, !connection.isLingering else {
                    break
                }
                guard let result = send(connection, tls) else { return close(connection) }
                outcome = result
            } else {
                guard !connection.output.isEmpty else { break }
                outcome = connection.output.write(to: connection.socket)
            }
            switch outcome {
            case .bytes(let count): progressed(connection, count)
            case .wouldBlock: return arm(connection)
            case .closed: return close(connection)
            }
            if connection.output.isEmpty { connection.fillOutput() }
        }
        if connection.closesAfterOutput, connection.pending == 0, connection.http1Flow == nil {
            linger(connection)
        } else {
            arm(connection)
        }
    }

    /// Sends what is encrypted, and encrypts more before that when nothing is. `nil` when the connection is broken.
    private func send(_ connection: Connection, _ tls: TLSStream) -> StreamSocket.Outcome? {
        if tls.outgoing.capacity == 0 { swap(&tls.outgoing, &spareRecords) }
        if tls.outgoing.isEmpty || tls.outgoing.count < 16 << 10 {
            guard connection.output.encrypt(with: tls) else { return nil }
            // The handshake is not over: what there is to say comes later.
            if tls.outgoing.isEmpty { return .wouldBlock }
        }
        let outcome = connection.socket.write(tls.outgoing[...])
        guard case .bytes(let count) = outcome else { return outcome }
        guard count == tls.outgoing.count else {
            tls.outgoing.removeFirst(count)
            return outcome
        }
        tls.outgoing.removeAll(keepingCapacity: true)
        if tls.outgoing.capacity > spareRecords.capacity { swap(&tls.outgoing, &spareRecords) }
        tls.outgoing = []
        return outcome
    }

    private func progressed(_ connection: Connection, _ count: Int) {
        guard connection.isWaitingToWrite else { return }
        connection.written += count
        let configuration = shared.configuration
        let latest = connection.writeStart + Double(connection.written) / configuration.minimumRate
        connection.deadline = min(now, latest) + configuration.writeTimeout
    }

    /// Closes in such a way that the peer still gets the answer: closing with unread bytes would make the kernel reset the
    /// connection (RFC 9112, 9.6).
    private func linger(_ connection: Connection) {
        guard !connection.isLingering else { return }
        connection.isLingering = true
        connection.deadline = now + Self.lingerTime
        if let tls = connection.tls {
            tls.end()
            _ = connection.socket.write(tls.outgoing[...])
        }
        connection.socket.finishWriting()
        poller.change(connection.socket.number, reading: true, writing: false)
    }

    /// Tells the poller what this connection waits for, and until when.
    private func arm(_ connection: Connection) {
        let isWriting =
            !connection.output.isEmpty && !connection.isHandshaking
            || !(connection.tls?.outgoing.isEmpty ?? true)
        let isReading = connection.wantsToRead
        if isWriting, !connection.isWaitingToWrite {
            connection.writeStart = now
            connection.written = 0
            connection.deadline = now + shared.configuration.writeTimeout
        }
        if isWriting != connection.isWaitingToWrite || isReading != connection.isReading {
            connection.isWaitingToWrite = isWriting
            connection.isReading = isReading
            poller.change(connection.socket.number, reading: isReading, writing: isWriting)
        }
        if !isWriting { connection.deadline = now + timeout(of: connection) }
    }
}
