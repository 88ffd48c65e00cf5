import HTTPTypes
import Testing

@testable import HTTPServer

/// What a peer of HTTP/2 may not do, and what becomes of it.
struct HTTP2LimitTests {
    typealias Frames = HTTP2Frames

    func open(_ limits: HTTP2Session.Limits = HTTP2Session.Limits(), window: Int? = nil) -> HTTP2Session {
        let session = HTTP2Session(limits: limits, heads: HeadTable())
        let settings = window.map { [0, 4] + Frames.number($0) } ?? []
        #expect(session.receive((Frames.preface + Frames.frame(Frames.settings, settings))[...]))
        _ = output(of: session)
        return session
    }

    func output(of session: HTTP2Session, limit: Int = 1 << 20) -> [Frames.Frame] {
        var bytes: [UInt8] = []
        _ = session.send(into: &bytes, limit: limit)
        return Frames.parse(bytes)
    }

    /// The code of the GOAWAY in `frames`.
    func code(_ frames: [Frames.Frame]) -> Int? {
        frames.first { $0.type == Frames.goAway }?.payload.dropFirst(4).prefix(4).reduce(0) {
            $0 << 8 | Int($1)
        }
    }

    static let calm = 11

    @Test(arguments: [
        ("PING", Frames.frame(6, [UInt8](repeating: 0, count: 8))),
        ("SETTINGS", Frames.frame(Frames.settings)),
        ("empty DATA", Frames.frame(Frames.data, stream: 1)),
        ("PRIORITY", Frames.frame(2, stream: 1, [0, 0, 0, 0, 1])),
        ("WINDOW_UPDATE", Frames.frame(Frames.windowUpdate, Frames.number(1))),
    ])
    func `frames without end that bring nothing end the connection`(_ name: String, _ frame: [UInt8]) {
        let session = open()
        _ = session.receive(Frames.request(1, "/", post: true, ends: false)[...])
        var ended = 0
        for count in 1...2_000 where ended == 0 {
            let goesOn = session.receive(frame[...])
            if code(output(of: session)) != nil || !goesOn { ended = count }
        }
        #expect((100...1_000).contains(ended), "\(name): after \(ended)")
    }

    @Test func `frames at a usual pace do not`() {
        let session = open()
        for second in 0..<600 {
            session.now = Double(second)
            for _ in 0..<20 {
                #expect(session.receive(Frames.frame(6, [UInt8](repeating: 0, count: 8))[...]))
            }
            #expect(code(output(of: session)) == nil)
        }
    }

    @Test func `what makes the server reset streams ends the connection`() {
        let session = open()
        var ended = 0
        for index in 0..<1_000 where ended == 0 {
            let id = 2 * index + 1
            // A field of the connection is malformed in HTTP/2 (RFC 9113, 8.2.2).
            let block: [UInt8] =
                [0x82, 0x86, 0x84, 0x41, 1, 0x78, 0, 10] + Array("connection".utf8) + [1, 0x78]
            _ = session.receive(Frames.frame(Frames.headers, flags: 5, stream: id, block)[...])
            if code(output(of: session)) == Self.calm { ended = index }
        }
        #expect((50...400).contains(ended))
    }

    @Test func `a peer that opens no window is ended in time`() {
        let session = open(window: 0)
        let requests = stride(from: 1, to: 200, by: 2).flatMap { Frames.request($0, "/") }
        #expect(session.receive(requests[...]))
        while let event = session.takeEvent() {
            session.answer(event.stream, Response(status: .ok, body: [1]), date: Array("x".utf8))
        }
        _ = output(of: session)
        session.now = 19
        session.endStalled()
        #expect(code(output(of: session)) == nil && session.streams.count == 100)
        session.now = 21
        session.endStalled()
        #expect(code(output(of: session)) == Self.calm)
    }

    @Test func `a peer that reads a byte at a time is ended too`() {
        let session = open(window: 0)
        #expect(session.receive(Frames.request(1, "/")[...]))
        _ = session.takeEvent()
        session.answer(
            1, Response(status: .ok, body: [UInt8](repeating: 0, count: 50_000)), date: Array("x".utf8))
        _ = output(of: session)
        var seconds = 0.0
        while seconds < 100, !session.streams.isEmpty {
            seconds += 1
            session.now = seconds
            _ = session.receive(Frames.frame(Frames.windowUpdate, stream: 1, Frames.number(1))[...])
            session.endStalled()
            if code(output(of: session)) != nil { break }
        }
        #expect((20...22).contains(seconds))
    }

    @Test func `a slow body is ended, one that moves is not`() {
        for (bytes, ends) in [(1, true), (600, false)] {
            let session = open()
            #expect(session.receive(Frames.request(1, "/", post: true, ends: false)[...]))
            var isEnded = false
            for second in 1...60 {
                session.now = Double(second)
                let part = [UInt8](repeating: 0, count: bytes)
                _ = session.receive(Frames.frame(Frames.data, stream: 1, part)[...])
                session.endStalled()
                if code(output(of: session)) == Self.calm { isEnded = true }
            }
            #expect(isEnded == ends)
        }
    }

    @Test func `answers that nobody reads hold requests back`() {
        let session = open(HTTP2Session.Limits(answerBytes: 100_000), window: 0)
        #expect(session.receive((1...9).flatMap { Frames.request(2 * $0 - 1, "/") }[...]))
        var answered = 0
        while session.mayAnswer, let event = session.takeEvent() {
            session.answer(
                event.stream, Response(status: .ok, body: [UInt8](repeating: 0, count: 40_000)),
                date: Array("x".utf8))
            answered += 1
        }
        #expect(answered == 3 && session.answerBytes == 120_000)
        #expect(session.receive(Frames.frame(Frames.resetStream, stream: 1, Frames.number(8))[...]))
        #expect(session.answerBytes == 80_000 && session.mayAnswer)
    }

    @Test func `output stops at its limit and goes on after it`() {
        let session = open(window: 1 << 20)
        #expect(
            session.receive(
                (Frames.frame(Frames.windowUpdate, Frames.number(1 << 20)) + Frames.request(1, "/"))[...]))
        _ = session.takeEvent()
        session.answer(
            1, Response(status: .ok, body: [UInt8](repeating: 7, count: 500_000)), date: Array("x".utf8))
        var sent: [Int] = []
        for _ in 0..<20 {
            var bytes: [UInt8] = []
            _ = session.send(into: &bytes, limit: 50_000)
            #expect(bytes.count < 50_000 + 17_000)
            sent += Frames.parse(bytes).filter { $0.type == Frames.data }.map(\.payload.count)
        }
        #expect(sent.reduce(0, +) == 500_000 && session.streams.isEmpty && session.answerBytes == 0)
    }

    @Test func `requests of streams that are gone are not answered`() {
        let session = open()
        let bytes = Frames.request(1, "/") + Frames.frame(Frames.resetStream, stream: 1, Frames.number(8))
        #expect(session.receive((bytes + Frames.request(3, "/"))[...]))
        #expect(session.takeEvent()?.stream == 3)
        #expect(session.takeEvent() == nil)
    }

    @Test func `a request of HTTP/1.1 goes on as the first stream`() {
        let session = HTTP2Session(limits: HTTP2Session.Limits(), heads: HeadTable())
        #expect(session.upgrade(Request(method: .get, target: "/a"), settings: [0, 3, 0, 0, 0, 100]))
        guard case .request(1, let head, _) = session.takeEvent() else {
            Issue.record("no request")
            return
        }
        let request = head.request
        #expect(request.target == "/a" && request.version == .http2)
        session.answer(1, Response(status: .ok, body: [1, 2]), date: Array("x".utf8))
        let frames = output(of: session)
        #expect(frames.first?.type == Frames.settings)
        #expect(frames.last { $0.type == Frames.data }?.payload == [1, 2])
        #expect(
            session.receive((Frames.preface + Frames.frame(Frames.settings) + Frames.request(3, "/"))[...]))
        #expect(session.takeEvent()?.stream == 3)
        #expect(
            !HTTP2Session(limits: HTTP2Session.Limits(), heads: HeadTable()).upgrade(
                request, settings: [0, 4, 255]))
    }

    @Test(
        arguments: [
            (0x01_34_00, nil, false), (0x01_34_00, "1.52.0-1+deb12u2", false),
            (0x01_34_00, "1.52.0-1+deb12u3", true),
            (0x01_34_00, "1.52.0-1+deb12u10", true), (0x01_34_00, "1.52.0-1", false), (0x01_44_01, nil, true),
        ] as [(Int, String?, Bool)])
    func `which builds of the library are known`(_ number: Int, _ package: String?, _ isKnown: Bool) {
        #expect(HTTP2Library.isKnown(number: number, debianVersion: package) == isKnown)
    }
}
