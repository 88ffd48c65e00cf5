import HTTPTypes
import Testing

@testable import HTTPServer

struct HTTP2SessionTests {
    typealias Frames = HTTP2Frames

    static let opening = Frames.preface + Frames.frame(Frames.settings)

    func open(_ limits: HTTP2Session.Limits = HTTP2Session.Limits()) -> HTTP2Session {
        let session = HTTP2Session(limits: limits, heads: HeadTable())
        #expect(session.receive(Self.opening[...]))
        _ = output(of: session)
        return session
    }

    func output(of session: HTTP2Session) -> [Frames.Frame] {
        var bytes: [UInt8] = []
        _ = session.send(into: &bytes, limit: 1 << 20)
        return Frames.parse(bytes)
    }

    func events(of session: HTTP2Session) -> [ConnectionEvent] {
        var events: [ConnectionEvent] = []
        while let event = session.takeEvent() { events.append(event) }
        return events
    }

    func requests(of session: HTTP2Session) -> [(stream: Int32, request: Request)] {
        events(of: session).compactMap { event in
            if case .request(let stream, let head, let body) = event {
                (stream, head.request(withBody: body))
            } else {
                nil
            }
        }
    }

    func statuses(of session: HTTP2Session) -> [Int] {
        events(of: session).compactMap { event in
            if case .problem(_, let problem) = event { problem.status.code } else { nil }
        }
    }

    @Test(arguments: [1, 5, 10_000]) func `requests are read in any pieces`(_ size: Int) {
        let session = HTTP2Session(limits: HTTP2Session.Limits(), heads: HeadTable())
        let bytes =
            Self.opening + Frames.request(1, "/a?b") + Frames.request(3, "/c", post: true, ends: false)
            + Frames.frame(Frames.data, stream: 3, [1, 2])
            + Frames.frame(Frames.data, flags: 1, stream: 3, [3])
        for start in stride(from: 0, to: bytes.count, by: size) {
            #expect(session.receive(bytes[start..<min(start + size, bytes.count)]))
        }
        let requests = requests(of: session)
        #expect(requests.map(\.stream) == [1, 3])
        #expect(requests.map(\.request.target) == ["/a?b", "/c"])
        #expect(requests.map(\.request.method) == [.get, .post])
        #expect(requests.last?.request.body == [1, 2, 3])
        // RFC 9113, 8.3.1: the authority is the host.
        #expect(
            requests.allSatisfy { $0.request.fields.first { $0.name.canonicalName == "host" }?.value == "x" })
    }

    @Test func `a body is sent as far as the window goes`() {
        let session = open()
        #expect(session.receive(Frames.request(1, "/")[...]))
        session.answer(
            1, Response(status: .ok, body: [UInt8](repeating: 7, count: 100_000)), date: Array("x".utf8))
        let first = output(of: session).filter { $0.type == Frames.data }
        #expect(first.map(\.payload.count).reduce(0, +) == 65_535)
        let more = Frames.number(50_000)
        #expect(
            session.receive(
                (Frames.frame(Frames.windowUpdate, more) + Frames.frame(Frames.windowUpdate, stream: 1, more))[
                    ...]))
        let second = output(of: session).filter { $0.type == Frames.data }
        #expect(second.map(\.payload.count).reduce(0, +) == 100_000 - 65_535)
        #expect(second.last?.flags == 1)
        #expect(session.streams.isEmpty)
    }

    @Test func `a body over the limit is told at once`() {
        let session = open(HTTP2Session.Limits(bodyBytes: 10))
        let bytes =
            Frames.request(1, "/", post: true, ends: false)
            + Frames.frame(Frames.data, stream: 1, [UInt8](repeating: 0, count: 11))
        #expect(session.receive(bytes[...]))
        #expect(statuses(of: session) == [413])
    }

    @Test func `a path over the limit is told`() {
        let session = open(HTTP2Session.Limits(targetBytes: 20))
        #expect(session.receive(Frames.request(1, "/" + String(repeating: "x", count: 20))[...]))
        #expect(statuses(of: session) == [414])
    }

    @Test func `work for a reset stream is not wanted`() {
        let session = open()
        #expect(session.receive(Frames.request(1, "/")[...]))
        let cancellation = session.streams[1]?.watch()
        #expect(cancellation?.isCancelled == false)
        #expect(session.receive(Frames.frame(Frames.resetStream, stream: 1, Frames.number(8))[...]))
        #expect(cancellation?.isCancelled == true)
        session.answer(1, Response(status: .ok), date: Array("x".utf8))
        #expect(output(of: session).allSatisfy { $0.type != Frames.headers })
    }

    @Test func `streams that do not move are ended, but not those being answered`() {
        let session = open()
        session.now = 10
        #expect(
            session.receive((Frames.request(1, "/") + Frames.request(3, "/", post: true, ends: false))[...]))
        session.now = 30
        session.endStalled()
        #expect(output(of: session).allSatisfy { $0.type != Frames.resetStream })
        session.now = 31
        session.endStalled()
        #expect(output(of: session).filter { $0.type == Frames.resetStream }.map(\.stream) == [3])
    }

    @Test func `resetting many streams ends the connection`() {
        let session = open()
        var goAway: Frames.Frame?
        for id in 0..<3_000 where goAway == nil {
            let stream = 2 * id + 1
            let reset = Frames.frame(Frames.resetStream, stream: stream, Frames.number(8))
            _ = session.receive((Frames.request(stream, "/") + reset)[...])
            goAway = output(of: session).first { $0.type == Frames.goAway }
        }
        #expect(goAway != nil)
    }

    @Test func `shutting down takes two steps and finishes what is under way`() {
        let session = open()
        #expect(session.receive(Frames.request(1, "/")[...]))
        session.announceShutdown()
        let first = output(of: session).first { $0.type == Frames.goAway }
        #expect(first?.payload == Frames.number(0x7fff_ffff) + Frames.number(0))
        #expect(session.receive(Frames.request(3, "/")[...]))
        session.finishShutdown()
        let second = output(of: session).first { $0.type == Frames.goAway }
        #expect(second?.payload == Frames.number(3) + Frames.number(0))
        #expect(requests(of: session).map(\.stream) == [1, 3])
        var bytes: [UInt8] = []
        session.answer(1, Response(status: .noContent), date: Array("x".utf8))
        #expect(session.send(into: &bytes, limit: 1 << 20))
        bytes = []
        session.answer(3, Response(status: .noContent), date: Array("x".utf8))
        _ = session.send(into: &bytes, limit: 1 << 20)
        bytes = []
        #expect(!session.send(into: &bytes, limit: 1 << 20))
    }
}
