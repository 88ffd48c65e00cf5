import HTTPTypes
import Testing

@testable import HTTPServer

struct HeadTableTests {
    private static let limits = HTTP1Parser.Limits(
        targetBytes: 8 << 10, headerBytes: 64 << 10, bodyBytes: 1 << 20)

    /// What a new connection makes of `text`, which comes in pieces of `size` bytes; it is answered in between.
    private func requests(_ text: String, _ heads: HeadTable, pieces size: Int = 1 << 20) -> [RequestHead] {
        var session = HTTP1Session(limits: Self.limits)
        var output = Output()
        var found: [RequestHead] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            session.receive(bytes[start..<min(start + size, bytes.count)])
            while let event = session.next(&output, heads) {
                guard case .request(let head, _) = event else { return found }
                found.append(head)
                _ = session.answer(Response(status: .ok), date: [], isDraining: false, &output)
            }
        }
        return found
    }

    private func get(_ target: String, _ fields: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    @Test func `the same head is read once`() {
        let heads = HeadTable()
        let first = requests(get("/a") + get("/b") + get("/a"), heads)
        let second = requests(get("/a"), heads)
        #expect(first.map(\.request.target) == ["/a", "/b", "/a"])
        #expect(first[0] === first[2] && first[0] === second.first)
        #expect(first[0] !== first[1])
    }

    @Test(arguments: [1, 2, 3, 7, 30]) func `pieces make the same requests`(size: Int) {
        let heads = HeadTable()
        let text = get("/a", "Accept: */*\r\n") + get("/b") + get("/a", "Accept: */*\r\n")
        _ = requests(text, heads)
        let found = requests(text, heads, pieces: size)
        #expect(found.map(\.request.target) == ["/a", "/b", "/a"])
        #expect(found.map { $0.request.fields[.accept] } == ["*/*", nil, "*/*"])
    }

    @Test func `one byte makes another head`() {
        let heads = HeadTable()
        let first = requests(get("/a", "Accept: a\r\n"), heads)
        let second = requests(get("/a", "Accept: b\r\n"), heads)
        let third = requests(get("/a", "accept: a\r\n"), heads)
        #expect(second.first?.request.fields[.accept] == "b")
        #expect(first.first !== second.first && first.first !== third.first)
    }

    @Test func `each of many heads gets its own request`() {
        let heads = HeadTable()
        for _ in 0..<2 {
            for number in 0..<2_000 {
                #expect(requests(get("/\(number)"), heads).first?.request.target == "/\(number)")
            }
        }
    }

    @Test func `bodies and refusals are never taken from memory`() {
        let heads = HeadTable()
        let post = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
        for body in ["xy", "zz"] {
            var session = HTTP1Session(limits: Self.limits)
            var output = Output()
            session.receive(Array((post + body).utf8)[...])
            guard case .request(_, let bytes) = session.next(&output, heads) else {
                Issue.record("no request")
                return
            }
            #expect(bytes == Array(body.utf8))
        }
        for _ in 0..<2 {
            #expect(requests("GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", heads).isEmpty)
            #expect(requests(get("/" + String(repeating: "x", count: 9_000)), heads).isEmpty)
        }
    }

    @Test func `long heads are read each time`() {
        let heads = HeadTable()
        let text = get("/a", "X-Long: \(String(repeating: "x", count: HeadTable.longestHead))\r\n")
        let first = requests(text, heads)
        let second = requests(text, heads)
        #expect(first.first?.request.target == "/a" && second.first?.request.target == "/a")
        #expect(first.first !== second.first)
    }
}
