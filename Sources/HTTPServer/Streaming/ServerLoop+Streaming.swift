import Sockets

/// Answers whose content comes piece by piece.
extension ServerLoop {
    /// Starts to send the content of an answer whose head is in the output.
    func begin(_ source: any ResponseSource, _ stream: Int32, of connection: Connection) {
        flowCount += 1
        let place = Flow.Place(
            connection: connection.socket.number, serial: connection.serial, stream: stream, flow: flowCount)
        let flow = Flow(source, place: place)
        if !connection.start(flow) { letGo(of: flow) }
    }

    /// Asks the sources of a connection for more, as far as there is room.
    func pump(_ connection: Connection) {
        guard connections[connection.socket.number] === connection else { return }
        letGoOfClosed(connection)
        let isEnding = drainStart != nil
        for flow in connection.flows where flow.isDue(now: now, isEnding: isEnding) {
            let limit = connection.room(for: flow)
            if limit > 0 {
                pull(flow, ResponsePull(limit: limit, isEnding: isEnding, wake: wake(flow.place)))
            }
        }
    }

    private func wake(_ place: Flow.Place) -> @Sendable () -> Void {
        { [mailbox] in mailbox.post(.woken(place)) }
    }

    private func pull(_ flow: Flow, _ pull: ResponsePull) {
        let isTaken = shared.lanes.streaming.submit {
            [mailbox, source = flow.source, place = flow.place, cancellation = flow.cancellation] in
            if cancellation.isCancelled { return }
            mailbox.post(.piece(place, Result { try source.next(pull) }, isLast: pull.isEnding))
        }
        flow.isWoken = false
        flow.state = isTaken ? .pulling : .waiting(until: now + Flow.pause)
    }

    /// A source has answered.
    func take(_ piece: Result<ResponsePiece, any Error>, of place: Flow.Place, isLast: Bool) {
        guard let (connection, flow) = find(place) else { return }
        switch piece {
        case .success(.bytes(let bytes)):
            flow.state = .ready
            connection.add(bytes, to: flow)
        case .success(.waiting(let seconds)) where !isLast:
            flow.state = flow.isWoken ? .ready : .waiting(until: now + max(0, seconds))
        case .success(.end): finish(flow, of: connection, isWhole: true)
        case .success(.waiting), .failure: finish(flow, of: connection, isWhole: false)
        }
        connection.lastRequest = now
        proceed(connection)
    }

    /// A source that waited has more.
    func wake(_ place: Flow.Place) {
        guard let (connection, flow) = find(place) else { return }
        if case .pulling = flow.state {
            flow.isWoken = true
        } else {
            flow.state = .ready
            pump(connection)
        }
    }

    private func find(_ place: Flow.Place) -> (Connection, Flow)? {
        guard let connection = connections[place.connection], connection.serial == place.serial,
            let flow = connection.flow(of: place.stream), flow.place.flow == place.flow
        else { return nil }
        return (connection, flow)
    }

    private func finish(_ flow: Flow, of connection: Connection, isWhole: Bool) {
        connection.finish(flow, isWhole: isWhole, isDraining: drainStart != nil)
        letGo(of: flow)
    }

    /// Lets what a source holds be freed where that may block.
    func letGo(of flow: Flow) {
        flow.cancellation.cancel()
        _ = shared.lanes.streaming.submit { [source = flow.source] in withExtendedLifetime(source) {} }
    }

    /// The flows whose streams the peer has given up.
    func letGoOfClosed(_ connection: Connection) {
        for flow in connection.takeClosedFlows() { letGo(of: flow) }
    }
}
