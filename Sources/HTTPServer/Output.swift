import Sockets

/// What waits to be sent on a connection: bytes, and after them at most one large body that is not copied.
struct Output {
    /// Bodies of this size on are sent from where they are.
    private static let largeBody = 8 << 10

    private var bytes: [UInt8] = []
    private var sent = 0
    private var body: [UInt8] = []
    private var bodySent = 0

    var count: Int { bytes.count - sent + body.count - bodySent }
    var isEmpty: Bool { count == 0 }

    /// Takes memory to write into, if it has none.
    mutating func borrow(_ spare: inout [UInt8]) {
        if bytes.capacity == 0 { swap(&bytes, &spare) }
    }

    /// Gives its memory back when all is sent: a connection that waits needs none.
    mutating func giveBack(_ spare: inout [UInt8]) {
        guard isEmpty else { return }
        bytes.removeAll(keepingCapacity: true)
        sent = 0
        if bytes.capacity > spare.capacity { swap(&bytes, &spare) }
        bytes = []
    }

    /// Lets `write` append.
    mutating func withEnd<Value>(_ write: (inout [UInt8]) -> Value) -> Value {
        if !body.isEmpty {
            bytes += body[bodySent...]
            body = []
            bodySent = 0
        }
        return write(&bytes)
    }

    mutating func append(body new: [UInt8]) {
        if new.count >= Self.largeBody, body.isEmpty {
            body = new
        } else {
            withEnd { $0 += new }
        }
    }

    /// Sends what the peer takes now.
    mutating func write(to socket: borrowing StreamSocket) -> StreamSocket.Outcome {
        let outcome = socket.write(bytes[sent...], body[bodySent...])
        if case .bytes(let count) = outcome { drop(count) }
        return outcome
    }

    /// Encrypts the next part into what `tls` sends. Returns false when the connection is broken.
    mutating func encrypt(with tls: TLSStream) -> Bool {
        let part = withEnd { $0 }[sent...]
        guard let count = unsafe part.withUnsafeBytes({ unsafe tls.send($0) }) else { return false }
        drop(count)
        return true
    }

    private mutating func drop(_ count: Int) {
        let fromBytes = min(count, bytes.count - sent)
        sent += fromBytes
        bodySent += count - fromBytes
        if sent == bytes.count {
            bytes.removeAll(keepingCapacity: true)
            sent = 0
        }
        if bodySent == body.count {
            body = []
            bodySent = 0
        }
    }
}
