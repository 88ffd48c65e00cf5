import Glibc
import HTTPTypes
import Sockets

/// One event loop: a listener, its connections, and answers that come back from the blocking queue. Lives on one thread.
final class ServerLoop {
    /// What other threads tell the loop.
    enum Message: Sendable {
        case answer(connection: Int32, serial: UInt64, stream: Int32, Response, AnsweredRequest)
        /// Nobody waited for the answer any more, so there is none.
        case dropped(connection: Int32, serial: UInt64)
        case drain
    }

    private static let readSize = 64 << 10
    /// Requests of one connection that are answered before others get their turn.
    private static let turn = 64
    /// Seconds between the two steps of ending an HTTP/2 connection; more than a round trip.
    static let goawayDelay = 0.5

    let shared: ServerShared
    /// `nil` when no connection is welcome any more.
    private var listener: Listener?
    private let listenerNumber: Int32
    private let mailbox: Mailbox<Message>
    let poller: Poller
    private(set) var connections: [Int32: Connection] = [:]
    /// Connections with more requests in what was received than one turn allows.
    private var unfinished: [Connection] = []
    private var buffer = [UInt8](repeating: 0, count: readSize)
    private var date = DateField()
    private(set) var now = 0.0
    var lastSweep = 0.0
    private var serial: UInt64 = 0
    var drainStart: Double?

    init(
        listener: consuming Listener, mailbox: Mailbox<Message>, shared: ServerShared
    ) throws(SystemError) {
        listenerNumber = listener.number
        self.listener = consume listener
        self.mailbox = mailbox
        self.shared = shared
        poller = try Poller()
        poller.add(listenerNumber)
        poller.add(mailbox.wakeup.number)
    }

    /// Serves until it is drained.
    func run() {
        while !isDrained {
            poller.wait(milliseconds: unfinished.isEmpty ? 500 : 0) { ready in
                tick()
                switch ready.number {
                case listenerNumber: acceptAll()
                case mailbox.wakeup.number: mailbox.take().forEach(receive)
                default: serve(ready)
                }
            }
            tick()
            let unfinished = unfinished
            self.unfinished = []
            for connection in unfinished { resume(connection) }
            if now - lastSweep > 0.5 { sweep() }
        }
        for connection in connections.values { close(connection) }
    }

    private var isDrained: Bool {
        guard let drainStart else { return false }
        return connections.isEmpty || now > drainStart + shared.configuration.drainTimeout
    }

    private func resume(_ connection: Connection) {
        connection.isUnfinished = false
        if connections[connection.socket.number] === connection { proceed(connection) }
    }

    private func tick() {
        var clock = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &clock)
        now = Double(clock.tv_sec) + Double(clock.tv_nsec) * 1e-9
        date.update()
    }

    // MARK: Connections

    private func acceptAll() {
        for _ in 0..<64 {
            guard let socket = listener?.accept() else { return }
            guard shared.opened() else {
                refuse(socket)
                continue
            }
            serial += 1
            let number = socket.number
            let connection = Connection(socket, serial: serial, configuration: shared.configuration)
            connection.deadline = now + shared.configuration.headerTimeout
            connection.lastRequest = now
            connections[number] = connection
            poller.add(number)
        }
    }

    /// Says that there are too many connections, as far as the kernel takes it at once.
    private func refuse(_ socket: borrowing StreamSocket) {
        var bytes: [UInt8] = []
        HTTP1Writer.write(
            shared.response(to: .overloaded), date: date.bytes, .ends, withoutBody: false, &bytes)
        _ = socket.write(bytes[...])
        socket.finishWriting()
    }

    /// Closes the listener, so that new connections are refused.
    func stopListening() {
        poller.remove(listenerNumber)
        listener = nil
    }

    func close(_ connection: Connection) {
        let number = connection.socket.number
        guard connections.removeValue(forKey: number) != nil else { return }
        poller.remove(number)
        connection.cancelAll()
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
        case .closed: end(connection)
        case .bytes where connection.isLingering: return
        case .bytes(let count):
            if connection.requestStart == nil { connection.requestStart = now }
            let wasKnown = connection.isHTTP2
            if case .http2(let http2) = connection.session { http2.now = now }
            guard connection.receive(buffer[..<count]) else {
                connection.closesAfterOutput = true
                connection.fillOutput()
                return flush(connection)
            }
            if !wasKnown, connection.isHTTP2 { shared.upgraded() }
            proceed(connection)
        }
    }

    /// The peer sends no more. One that only said so still gets the answers to what it asked.
    private func end(_ connection: Connection) {
        guard case .http1 = connection.session, !connection.isLingering,
            connection.pending > 0 || !connection.output.isEmpty
        else { return close(connection) }
        connection.closesAfterOutput = true
        flush(connection)
    }

    /// Answers what is complete, sends what is there, and sets what to wait for.
    func proceed(_ connection: Connection) {
        if case .http2(let http2) = connection.session { http2.now = now }
        var turns = Self.turn
        while turns > 0, connection.mayTakeRequest {
            let events = connection.nextEvents()
            if events.isEmpty { break }
            for event in events { handle(event, of: connection) }
            turns -= 1
        }
        let isStopped = turns == 0 || !connection.mayTakeRequest
        connection.fillOutput()
        flush(connection)
        if isStopped, connection.mayTakeRequest, !connection.isUnfinished {
            connection.isUnfinished = true
            unfinished.append(connection)
        }
    }

    // MARK: Requests

    func handle(_ event: Connection.Event, of connection: Connection) {
        connection.requestStart = nil
        connection.lastRequest = now
        switch event {
        case .problem(let stream, let problem):
            let response = shared.response(to: problem)
            connection.answer(stream, response, date: date, isDraining: true)
            shared.tell(shared.summary(of: response, start: now, now: now))
        case .request(let stream, var request):
            connection.pending += 1
            request.peer = connection.peer
            let resolved = shared.router.resolve(request)
            if resolved.lane == .loop {
                let (response, summary) = shared.respond(to: request, resolved, start: ServerShared.now())
                answer(connection, stream, response, summary)
            } else {
                enqueue(request, resolved, stream, of: connection)
            }
        }
    }

    private func enqueue(
        _ request: Request, _ resolved: Router.Resolved, _ stream: Int32, of connection: Connection
    ) {
        let cancellation = connection.cancellation(of: stream)
        let number = connection.socket.number
        let serial = connection.serial
        let start = now
        let isTaken = shared.lanes.queue(of: resolved.lane).submit { [shared, mailbox] in
            if cancellation?.isCancelled ?? true {
                return mailbox.post(.dropped(connection: number, serial: serial))
            }
            let (response, summary) = shared.respond(to: request, resolved, start: start)
            mailbox.post(.answer(connection: number, serial: serial, stream: stream, response, summary))
        }
        if !isTaken {
            let response = shared.response(to: .overloaded, of: request)
            answer(connection, stream, response, shared.summary(of: response, start: now, now: now))
        }
    }

    private func answer(
        _ connection: Connection, _ stream: Int32, _ response: Response, _ summary: AnsweredRequest
    ) {
        connection.pending -= 1
        connection.answer(stream, response, date: date, isDraining: drainStart != nil)
        connection.lastRequest = now
        shared.tell(summary)
    }

    private func receive(_ message: Message) {
        switch message {
        case .drain: drain()
        case .dropped(let number, let serial):
            if let connection = connections[number], connection.serial == serial { connection.pending -= 1 }
        case .answer(let number, let serial, let stream, let response, let summary):
            guard let connection = connections[number], connection.serial == serial else {
                return shared.tell(summary)
            }
            answer(connection, stream, response, summary)
            proceed(connection)
        }
    }
}
