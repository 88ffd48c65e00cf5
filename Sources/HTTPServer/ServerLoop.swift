import Glibc
import HTTPTypes
import Sockets

/// One event loop: a listener, its connections, and answers that come back from the blocking queue. Lives on one thread.
final class ServerLoop {
    /// What other threads tell the loop.
    enum Message: Sendable {
        case answer(connection: Int32, serial: UInt64, stream: Int32, Response, AnsweredRequest)
        case drain
    }

    private static let readSize = 64 << 10
    /// Requests of one connection that are answered before others get their turn.
    private static let turn = 64
    /// Seconds for the peer to close after the last answer.
    private static let lingerTime = 2.0

    let shared: ServerShared
    private let listener: Listener
    private let mailbox: Mailbox<Message>
    private let poller: Poller
    private var connections: [Int32: Connection] = [:]
    private var buffer = [UInt8](repeating: 0, count: readSize)
    private var date = DateField()
    private var now = 0.0
    private var lastSweep = 0.0
    private var serial: UInt64 = 0
    private var drainEnd: Double?

    init(
        listener: consuming Listener, mailbox: Mailbox<Message>, shared: ServerShared
    ) throws(SystemError) {
        self.listener = listener
        self.mailbox = mailbox
        self.shared = shared
        poller = try Poller()
        poller.add(self.listener.number)
        poller.add(mailbox.wakeup.number)
    }

    /// Serves until it is drained.
    func run() {
        while drainEnd.map({ now < $0 && !connections.isEmpty }) ?? true {
            poller.wait(milliseconds: 500) { ready in
                tick()
                switch ready.number {
                case listener.number: acceptAll()
                case mailbox.wakeup.number: mailbox.take().forEach(receive)
                default: serve(ready)
                }
            }
            tick()
            if now - lastSweep > 0.5 { sweep() }
        }
        for connection in connections.values { shared.closed(connection.isHTTP2) }
        connections = [:]
    }

    private func tick() {
        var clock = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &clock)
        now = Double(clock.tv_sec) + Double(clock.tv_nsec) * 1e-9
        date.update()
    }

    // MARK: Connections

    private func acceptAll() {
        guard drainEnd == nil else { return }
        for _ in 0..<64 {
            guard let socket = listener.accept() else { return }
            guard shared.opened() else { continue }
            serial += 1
            let number = socket.number
            let connection = Connection(socket, serial: serial, configuration: shared.configuration)
            connection.deadline = now + shared.configuration.headerTimeout
            connections[number] = connection
            poller.add(number)
        }
    }

    private func close(_ connection: Connection) {
        let number = connection.socket.number
        guard connections.removeValue(forKey: number) != nil else { return }
        poller.remove(number)
        shared.closed(connection.isHTTP2)
    }

    private func serve(_ ready: Poller.Ready) {
        guard let connection = connections[ready.number] else { return }
        if ready.isWritable {
            flush(connection)
            proceed(connection)
        }
        guard connections[ready.number] === connection else { return }
        if ready.isReadable {
            read(connection)
        } else if ready.isClosed {
            close(connection)
        }
    }

    private func read(_ connection: Connection) {
        switch connection.socket.read(into: &buffer) {
        case .wouldBlock: return
        case .closed: return close(connection)
        case .bytes where connection.isLingering: return
        case .bytes(let count):
            if connection.requestStart == nil { connection.requestStart = now }
            let wasKnown = connection.isHTTP2
            guard connection.receive(buffer[..<count]) else {
                connection.closesAfterOutput = true
                connection.fillOutput()
                return flush(connection)
            }
            if !wasKnown, connection.isHTTP2 { shared.upgraded() }
            proceed(connection)
        }
    }

    /// Answers what is complete, sends what is there, and sets what to wait for.
    private func proceed(_ connection: Connection) {
        for _ in 0..<Self.turn {
            let events = connection.nextEvents()
            if events.isEmpty { break }
            for event in events { handle(event, of: connection) }
        }
        connection.fillOutput()
        flush(connection)
    }

    // MARK: Requests

    private func handle(_ event: Connection.Event, of connection: Connection) {
        connection.requestStart = nil
        switch event {
        case .problem(let stream, let problem):
            let response = shared.response(to: problem)
            connection.answer(stream, response, date: date, isDraining: true)
            shared.tell(shared.summary(of: response, start: now, now: now))
        case .request(let stream, let request):
            connection.pending += 1
            if shared.router.lane(of: request) == .loop {
                let start = now
                let (response, summary) = shared.respond(to: request, start: start)
                answer(connection, stream, response, summary)
            } else {
                enqueue(request, stream, of: connection)
            }
        }
    }

    private func enqueue(_ request: Request, _ stream: Int32, of connection: Connection) {
        let number = connection.socket.number
        let serial = connection.serial
        let start = now
        let isTaken = shared.queue.submit { [shared, mailbox] in
            let (response, summary) = shared.respond(to: request, start: start)
            mailbox.post(.answer(connection: number, serial: serial, stream: stream, response, summary))
        }
        if !isTaken {
            let response = shared.response(to: .overloaded, path: String(request.path))
            answer(connection, stream, response, shared.summary(of: response, start: now, now: now))
        }
    }

    private func answer(
        _ connection: Connection, _ stream: Int32, _ response: Response, _ summary: AnsweredRequest
    ) {
        connection.pending -= 1
        connection.answer(stream, response, date: date, isDraining: drainEnd != nil)
        shared.tell(summary)
    }

    private func receive(_ message: Message) {
        switch message {
        case .drain: drain()
        case .answer(let number, let serial, let stream, let response, let summary):
            guard let connection = connections[number], connection.serial == serial else {
                return shared.tell(summary)
            }
            answer(connection, stream, response, summary)
            proceed(connection)
        }
    }

    // MARK: Output

    private func flush(_ connection: Connection) {
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
        if isWriting != connection.isWaitingToWrite || isReading != connection.isReading {
            connection.isWaitingToWrite = isWriting
            connection.isReading = isReading
            poller.change(connection.socket.number, reading: isReading, writing: isWriting)
        }
        if !isWriting { connection.deadline = now + timeout(of: connection) }
    }

    // MARK: Time

    private func timeout(of connection: Connection) -> Double {
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
            if connection.pending > 0 { return .infinity }
            // Streams that are open, none being answered: the peer sends slowly, or does not take its answer.
            return http2.streams.isEmpty ? configuration.idleTimeout : configuration.bodyTimeout
        }
    }

    /// Ends connections whose time is up.
    private func sweep() {
        lastSweep = now
        for connection in connections.values where connection.deadline < now {
            if case .http1(let http1) = connection.session, http1.isReadingRequest, !connection.isLingering,
                connection.output.isEmpty,
                !connection.closesAfterOutput
            {
                handle(.problem(stream: 0, .requestTimeout), of: connection)
                connection.closesAfterOutput = true
                connection.deadline = now + 1
                flush(connection)
            } else {
                close(connection)
            }
        }
    }

    private func drain() {
        guard drainEnd == nil else { return }
        drainEnd = now + shared.configuration.drainTimeout
        poller.remove(listener.number)
        for connection in connections.values {
            if case .http2(let http2) = connection.session {
                http2.announceShutdown()
                http2.finishShutdown()
                proceed(connection)
            } else if connection.isIdle {
                close(connection)
            }
        }
    }
}
