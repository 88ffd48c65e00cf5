import HTTPTypes
import Testing

@testable import HTTPServer

/// What RFC 9110 and 9112 ask of an origin server, a request a row.
struct HTTP1RuleTests {
    typealias Row = (request: String, status: Int, closes: Bool)

    func check(_ row: Row) {
        for size in [1, 7, 1 << 20] {
            let exchange = HTTP1Exchange(row.request, pieces: size)
            #expect(exchange.statuses.last ?? 0 == row.status, "\(row.request.debugDescription)")
            #expect(exchange.isClosed == row.closes, "\(row.request.debugDescription)")
        }
    }

    // RFC 9112, 2.2 to 3.2. A status of 0: closed without an answer.
    static let lines: [Row] = [
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 200, false),
        ("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 200, false),
        ("GET / HTTP/1.1\nHost: a\n\n", 400, true),
        ("GET / HTTP/1.1\r\nHost: a\n\r\n", 400, true),
        ("GET / HTTP/1.1\rHost: a\r\n\r\n", 400, true),
        (" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET /  HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400, true),
        ("GET / http/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400, true),
        ("GET / HTTP/01.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET / HTTP/1,1\r\nHost: a\r\n\r\n", 400, true),
        ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505, true),
        ("GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505, true),
        ("GET / HTTP/1.2\r\nHost: a\r\n\r\n", 200, false),
        ("GET / HTTP/1.0\r\n\r\n", 200, true),
        ("GET /\r\n\r\n", 400, true),
        ("INVALID CONNECTION PREFACE\r\n\r\n", 0, true),
        ("get / HTTP/1.1\r\nHost: a\r\n\r\n", 501, true),
        ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501, true),
        ("G\u{e9}T / HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET /\u{e9} HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET x HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 204, false),
        ("OPTIONS http://b HTTP/1.1\r\nHost: a\r\n\r\n", 204, false),
        ("OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n", 204, false),
        ("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", 501, true),
        ("CONNECT / HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 200, false),
        ("GET HTTPS://b HTTP/1.1\r\nHost: a\r\n\r\n", 200, false),
        ("GET http://b?x HTTP/1.1\r\nHost: a\r\n\r\n", 200, false),
        ("GET http://b/ HTTP/1.1\r\n\r\n", 400, true),
        ("GET http:///x HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET http://u@b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET ftp://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("GET b:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400, true),
        ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405, false),
        ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 405, false),
        ("GET /none HTTP/1.1\r\nHost: a\r\n\r\n", 404, false),
        ("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 404, false),
        ("GET /target/%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400, false),
        ("GET /" + String(repeating: "x", count: 9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414, true),
    ]

    @Test(arguments: HTTP1RuleTests.lines.indices) func `request lines`(_ index: Int) {
        check(Self.lines[index])
    }

    // RFC 9110, 5 and 7.2; RFC 9112, 3.2.
    static let fields: [Row] = [
        ("Host: a", 200, false), ("", 400, true), ("Host: a\r\nHost: a", 400, true),
        ("Host: a\r\nhOST: b", 400, true), ("Host:", 200, false), ("Host: a:80", 200, false),
        ("Host: a:", 200, false), ("Host: a:x", 400, true), ("Host: a:99999", 400, true),
        ("Host: a b", 400, true), ("Host: a, b", 400, true), ("Host: u@a", 400, true),
        ("Host: a/b", 400, true),
        ("Host: [::1]:80", 200, false), ("Host: [::1", 400, true), ("Host: []", 400, true),
        ("Host: [::1]x", 400, true), ("Host: a%zz", 400, true), ("Host: a:1:2", 400, true),
        ("Host : a", 400, true), (" Host: a", 400, true), ("Host: a\r\n X: b", 400, true),
        ("Host: a\r\n\tfolded", 400, true), ("Host: a\r\nX: b\r\n c", 400, true),
        ("Host: a\r\nX Y: b", 400, true), ("Host: a\r\n: b", 400, true), ("Host: a\r\nX", 400, true),
        ("Host: a\r\nX: a\u{0}b", 400, true), ("Host: a\r\nX: a\u{7f}b", 400, true),
        ("Host: a\r\nX: a\u{b}b", 400, true), ("Host: a\r\nX:\tb\t", 200, false),
        ("Host: a\r\nX:", 200, false),
        ("Host: a\r\nX: \u{e9}", 200, false), ("Host: a\r\nX\u{e9}: b", 400, true),
        ("Host: a\r\nX(: b", 400, true), ("Host: a\r\nX: b\rY: c", 400, true),
        ("Host: a\r\nX: b\nY: c", 400, true), ("Host: a\r\nConnection: close", 200, true),
        ("Host: a\r\nConnection: x, CLOSE", 200, true), ("Host: a\r\nConnection:x,\tclose", 200, true),
        ("Host: a\r\nConnection: keep-alive", 200, false), ("Host: a\r\nExpect: 200-ok", 417, true),
        ("Host: a\r\nUpgrade: websocket\r\nConnection: upgrade", 200, false),
        ("Host: a\r\nUpgrade: h2c\r\nConnection: upgrade", 200, false),
        ("Host: a\r\nX: " + String(repeating: "x", count: 70_000), 431, true),
        ("Host: a" + String(repeating: "\r\nX: y", count: 2_100), 431, true),
        ("Host: a\r\nTE: trailers", 200, false), ("Host: a\r\nMax-Forwards: 0", 200, false),
    ]

    @Test(arguments: HTTP1RuleTests.fields.indices) func `field sections`(_ index: Int) {
        let row = Self.fields[index]
        let lines = row.request.isEmpty ? "" : row.request + "\r\n"
        check(("GET / HTTP/1.1\r\n\(lines)\r\n", row.status, row.closes))
    }

    // RFC 9112, 6 and 7.1: how long a body is, and what can be read in two ways.
    static let framing: [Row] = [
        ("Content-Length: 3\r\n\r\nabc", 200, false), ("Content-Length: 0\r\n\r\n", 200, false),
        ("\r\n", 200, false), ("Content-Length: 003\r\n\r\nabc", 200, false),
        ("Content-Length: +3\r\n\r\nabc", 400, true), ("Content-Length: -3\r\n\r\nabc", 400, true),
        ("Content-Length: 3 3\r\n\r\nabc", 400, true), ("Content-Length: 3, 3\r\n\r\nabc", 400, true),
        ("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400, true),
        ("Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400, true),
        ("Content-Length: 0x3\r\n\r\nabc", 400, true), ("Content-Length: 3.0\r\n\r\nabc", 400, true),
        ("Content-Length: \r\n\r\n", 400, true), ("Content-Length: \u{661}\r\n\r\na", 400, true),
        ("Content-Length: 99999999999999999999\r\n\r\n", 400, true),
        ("Content-Length: 2000000\r\n\r\n", 413, true),
        ("Content-Length : 3\r\n\r\nabc", 400, true),
        ("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 200, false),
        ("Transfer-Encoding: CHUNKED\r\n\r\n0\r\n\r\n", 200, false),
        ("Transfer-Encoding: chunked\r\n\r\n003\r\nabc\r\n0\r\n\r\n", 200, false),
        ("Transfer-Encoding: chunked\r\n\r\n3;a=\"b\"\r\nabc\r\n0\r\nX: y\r\n\r\n", 200, false),
        ("Transfer-Encoding: gzip\r\n\r\n", 400, true),
        ("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501, true),
        ("Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: identity\r\n\r\n", 400, true), ("Transfer-Encoding:\r\n\r\n", 400, true),
        ("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: \u{b}chunked\r\n\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\ng\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\n-3\r\nabc", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\n3 \r\nabc\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX y: z\r\n\r\n", 400, true),
        ("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n", 413, true),
        ("Transfer-Encoding: chunked\r\n\r\n200000\r\n", 413, true),
        ("Transfer-Encoding: chunked\r\n\r\n3;a\nb\r\nabc\r\n0\r\n\r\n", 400, true),
    ]

    @Test(arguments: HTTP1RuleTests.framing.indices) func `lengths of bodies`(_ index: Int) {
        let row = Self.framing[index]
        check(("POST / HTTP/1.1\r\nHost: a\r\n" + row.request, row.status, row.closes))
    }
}
