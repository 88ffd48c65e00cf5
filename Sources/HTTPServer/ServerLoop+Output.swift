import Sockets

/// Sending, and what to wait for next.
extension ServerLoop {
    /// Seconds for the peer to close after the last answer.
    private static let lingerTime = 2.0

    func flush(_ connection: Connection) {
        while connection.sent < connection.output.count {
            switch connection.socket.write(connection.output[connection.sent...]) {
            case .bytes(let count):
                connection.sent += count
                connection.deadline = now + shared.configuration.writeTimeout
            case .wouldBlock: return arm(connection)
            case .closed: return close(connection)
            }
            if connection.sent == connection.output.count {
                connection.output = []
                connection.sent = 0
                connection.fillOutput()
            }
        }
        if connection.closesAfterOutput, connection.pending == 0 {
            linger(connection)
        } else {
            arm(connection)
        }
    }

    /// Closes in such a way that the peer still gets the answer: closing with unread bytes would make the kernel reset the
    /// connection (RFC 9112, 9.6).
    private func linger(_ connection: Connection) {
        guard !connection.isLingering else { return }
        connection.isLingering = true
        connection.deadline = now + Self.lingerTime
        connection.socket.finishWriting()
        poller.change(connection.socket.number, reading: true, writing: false)
    }

    /// Tells the poller what this connection waits for, and until when.
    private func arm(_ connection: Connection) {
        let isWriting = connection.sent < connection.output.count
        let isReading = connection.wantsToRead
        if isWriting, !connection.isWaitingToWrite {
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
