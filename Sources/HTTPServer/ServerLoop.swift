import Glibc
import HTTPTypes
import Sockets

/// One event loop: a listener, its connections, and answers that come back from the blocking queue. Lives on one thread.
final class ServerLoop {
    private static let readSize = 64 << 10
    /// Requests of one connection that are answered before others get their turn.
    private static let turn = 64
    /// Seconds between the two steps of ending an HTTP/2 connection; more than a round trip.
    static let goawayDelay = 0.5

    let shared: ServerShared
    /// None when no connection is welcome any more.
    private var listeners: [Listener]
    let mailbox: Mailbox<Message>
    let poller: Poller
    let connections = ConnectionTable()
    /// Connections with more requests in what was received than one turn allows.
    private var unfinished: [Connection] = []
    private var buffer = [UInt8](repeating: 0, count: readSize)
    /// Memory of what was sent, for the next connection that writes; and of what was encrypted.
    var spareOutput: [UInt8] = []
    var spareRecords: [UInt8] = []
    /// What TLS made of the buffer.
    private var plain: [UInt8] = []
    private var date = DateField()
    private var lastResolved: Router.Resolved?
    private let heads = HeadTable()
    private(set) var now = 0.0
    var lastSweep = 0.0
    private var serial: UInt64 = 0
    var drainStart: Double?
    /// Streamed answers so far.
    var flowCount: UInt64 = 0

    init(listeners: [Listener], mailbox: Mailbox<Message>, shared: ServerShared) throws(SystemError) {
        self.listeners = listeners
        self.mailbox = mailbox
        self.shared = shared
        poller = try Poller()
        for listener in listeners { poller.add(shared: listener.number) }
        poller.add(mailbox.wakeup.number)
    }

    /// Serves until it is drained.
    func run() {
        while !isDrained {
            var isFirst = true
            poller.wait(milliseconds: unfinished.isEmpty ? 500 : 0) { ready in
                if isFirst { tick() }
                isFirst = false
                if let connection = connections[ready.number] {
                    serve(ready, connection)
                } else if ready.number == mailbox.wakeup.number {
                    mailbox.take().forEach(receive)
                } else if let listener = listeners.first(where: { $0.number == ready.number }) {
                    acceptAll(listener)
                }
            }
            tick()
            let unfinished = unfinished
            self.unfinished = []
            for connection in unfinished { resume(connection) }
            if now - lastSweep > 0.5 { sweep() }
        }
        for connection in connections.all { close(connection) }
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

    private func acceptAll(_ listener: Listener) {
        for _ in 0..<64 {
            guard let socket = listener.accept() else { return }
            let context = listener.isUnix ? nil : shared.tls
            guard shared.opened() else {
                refuse(socket, isPlain: context == nil)
                continue
            }
            serial += 1
            let number = socket.number
            let connection = Connection(
                socket, tls: context.flatMap { TLSStream($0) }, serial: serial, limits: shared.limits,
                heads: heads)
            connection.lastRequest = now
            connection.deadline = now + timeout(of: connection)
            connections.insert(connection, number)
            poller.add(number)
        }
    }

    /// Says that there are too many connections, as far as the kernel takes it at once.
    private func refuse(_ socket: borrowing StreamSocket, isPlain: Bool) {
        guard isPlain else { return }
        var output = Output()
        HTTP1Writer.write(
            shared.response(to: .overloaded), date: date.bytes, .ends, withoutBody: false, &output)
        _ = output.write(to: socket)
        socket.finishWriting()
    }

    /// Closes the listeners, so that new connections are refused.
    func stopListening() {
        for listener in listeners { poller.remove(listener.number) }
        listeners = []
    }

    func close(_ connection: Connection) {
        let number = connection.socket.number
        guard connections[number] === connection else { return }
        connections.remove(number)
        poller.remove(number)
        connection.cancelAll()
        for flow in connection.flows { letGo(of: flow) }
        letGoOfClosed(connection)
        shared.closed(connection.countsAsHTTP2)
    }

    private func serve(_ ready: Poller.Ready, _ connection: Connection) {
        if ready.isWritable {
            flush(connection)
            proceed(connection)
            guard connections[ready.number] === connection else { return }
        }
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
            guard let tls = connection.tls else { return take(buffer[..<count], of: connection) }
            plain.removeAll(keepingCapacity: true)
            let outcome = tls.receive(buffer[..<count], into: &plain)
            if !plain.isEmpty || tls.isEstablished, outcome != .failed { take(plain[...], of: connection) }
            switch outcome {
            case .goesOn: flush(connection)
            case .ended: end(connection)
            case .failed:
                // What is to be sent is an alert at most.
                connection.closesAfterOutput = true
                flush(connection)
            }
        }
    }

    /// Takes plain bytes that were received.
    private func take(_ bytes: ArraySlice<UInt8>, of connection: Connection) {
        if connection.requestStart == nil, !bytes.isEmpty { connection.requestStart = now }
        connection.http2?.now = now
        guard connection.receive(bytes) else {
            connection.closesAfterOutput = true
            connection.fillOutput()
            return flush(connection)
        }
        proceed(connection)
    }

    /// The peer sends no more. One that only said so still gets the answers to what it asked.
    private func end(_ connection: Connection) {
        guard !connection.isHTTP2, !connection.isLingering, !connection.http1.isStreaming,
            connection.pending > 0 || !connection.output.isEmpty
        else { return close(connection) }
        connection.closesAfterOutput = true
        flush(connection)
    }

    /// Answers what is complete, sends what is there, and sets what to wait for.
    func proceed(_ connection: Connection) {
        connection.http2?.now = now
        var turns = Self.turn
        while turns > 0, connection.mayTakeRequest, let event = connection.nextEvent() {
            handle(event, of: connection)
            turns -= 1
        }
        if connection.isHTTP2, !connection.countsAsHTTP2 {
            connection.countsAsHTTP2 = true
            shared.upgraded()
        }
        connection.output.borrow(&spareOutput)
        let isStopped = turns == 0 || !connection.mayTakeRequest
        connection.fillOutput()
        flush(connection)
        if isStopped, connection.mayTakeRequest, !connection.isUnfinished {
            connection.isUnfinished = true
            unfinished.append(connection)
        }
        if connection.isStreaming { pump(connection) }
    }

    // MARK: Requests

    func handle(_ event: ConnectionEvent, of connection: Connection) {
        connection.requestStart = nil
        connection.lastRequest = now
        switch event {
        case .problem(let stream, let problem):
            let response = shared.response(to: problem)
            connection.answer(stream, response, date: date, isDraining: true)
        case .request(let stream, let head, let body):
            connection.pending += 1
            if body.isEmpty, let response = head.rememberedAnswer(to: connection.peer) {
                return answer(connection, stream, response)
            }
            var request = head.request(withBody: body)
            request.peer = connection.peer
            let resolved = shared.router.known(request, resolve(request))
            if resolved.lane == .loop {
                answer(connection, stream, shared.router.respond(to: request, resolved: resolved))
            } else {
                enqueue(request, resolved, stream, of: connection)
            }
        }
    }

    /// Clients ask for the same again and again: the last way that was found is kept.
    private func resolve(_ request: Request) -> Router.Resolved {
        if let lastResolved, lastResolved.target == request.target, lastResolved.method == request.method {
            return lastResolved
        }
        let resolved = shared.router.resolve(request)
        lastResolved = resolved
        return resolved
    }

    private func enqueue(
        _ request: Request, _ resolved: Router.Resolved, _ stream: Int32, of connection: Connection
    ) {
        let cancellation = connection.cancellation(of: stream)
        let number = connection.socket.number
        let serial = connection.serial
        let isTaken = shared.lanes.queue(of: resolved.lane).submit { [shared, mailbox] in
            if cancellation?.isCancelled ?? true {
                return mailbox.post(.dropped(connection: number, serial: serial))
            }
            let response = shared.router.respond(to: request, resolved: resolved)
            mailbox.post(.answer(connection: number, serial: serial, stream: stream, response))
        }
        if !isTaken {
            answer(connection, stream, shared.response(to: .overloaded, of: request))
        }
    }

    private func answer(_ connection: Connection, _ stream: Int32, _ response: Response) {
        connection.pending -= 1
        connection.output.borrow(&spareOutput)
        connection.answer(stream, response, date: date, isDraining: drainStart != nil)
        if let source = response.source { begin(source, stream, of: connection) }
        connection.lastRequest = now
        if connection.requestStart != nil { connection.requestStart = now }
    }

    private func receive(_ message: Message) {
        switch message {
        case .drain: drain()
        case .piece(let place, let piece, let isLast): take(piece, of: place, isLast: isLast)
        case .woken(let place): wake(place)
        case .dropped(let number, let serial):
            if let connection = connections[number], connection.serial == serial { connection.pending -= 1 }
        case .answer(let number, let serial, let stream, let response):
            guard let connection = connections[number], connection.serial == serial else { return }
            answer(connection, stream, response)
            proceed(connection)
        }
    }
}
