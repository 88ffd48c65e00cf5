import HTTPTypes
import Testing

@testable import HTTPServer

/// What answers of HTTP/1.1 must hold and must not (RFC 9110 and 9112).
struct HTTP1AnswerTests {
    static let host = "Host: a\r\n\r\n"

    @Test func `HEAD is answered like GET without the body`() {
        let get = HTTP1Exchange("GET / HTTP/1.1\r\n" + Self.host).text
        let head = HTTP1Exchange("HEAD / HTTP/1.1\r\n" + Self.host).text
        #expect(get == head + "root")
        #expect(head.contains("\r\nContent-Length: 4\r\n") && head.hasSuffix("\r\n\r\n"))
    }

    @Test func `204 has no content and no length`() {
        let text = HTTP1Exchange("DELETE / HTTP/1.1\r\n" + Self.host).text
        #expect(
            text.hasPrefix("HTTP/1.1 204 ") && !text.contains("Content-Length") && text.hasSuffix("\r\n\r\n"))
    }

    @Test func `304 has no content, whatever the handler gave`() {
        let text = HTTP1Exchange("GET /same HTTP/1.1\r\n" + Self.host).text
        #expect(text.hasPrefix("HTTP/1.1 304 ") && !text.contains("never sent"))
        #expect(text.contains("ETag: \"a\"") && !text.contains("Content-Length"))
    }

    @Test func `every answer has a date, and 405 what is allowed`() {
        let text = HTTP1Exchange("PUT / HTTP/1.1\r\nContent-Length: 0\r\n" + Self.host).text
        #expect(
            text.contains("\r\nDate: ") && text.contains("\r\nAllow: DELETE, GET, HEAD, OPTIONS, POST\r\n"))
        #expect(HTTP1Exchange("GET x HTTP/1.1\r\n" + Self.host).text.contains("\r\nDate: "))
    }

    @Test func `OPTIONS of the whole server tells all methods`() {
        let text = HTTP1Exchange("OPTIONS * HTTP/1.1\r\n" + Self.host).text
        #expect(text.contains("\r\nAllow: DELETE, GET, HEAD, OPTIONS, POST\r\n"))
    }

    @Test(arguments: [
        ("GET /host HTTP/1.1\r\nHost: a:8080\r\n\r\n", "a:8080"),
        ("GET http://b:80/host HTTP/1.1\r\nHost: a\r\n\r\n", "b:80"),
        ("GET /host HTTP/1.0\r\n\r\n", "none"),
        ("GET http://b/target/x?y=%20z HTTP/1.1\r\nHost: a\r\n\r\n", "/target/x?y=%20z"),
        ("GET /fields HTTP/1.1\r\nhost: a\r\nX-Y: \t v  w \t\r\nx-y: z\r\n\r\n", "host=a\nx-y=v  w\nx-y=z"),
    ])
    func `what a handler is given`(_ request: String, _ body: String) {
        for size in [1, 1 << 20] {
            #expect(HTTP1Exchange(request, pieces: size).text.hasSuffix("\r\n\r\n" + body))
        }
    }

    @Test func `requests at once are answered in order, up to one that closes`() {
        let requests =
            "GET /target/1 HTTP/1.1\r\n\(Self.host)HEAD / HTTP/1.1\r\n\(Self.host)"
            + "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: a\r\n\r\n3\r\nabc\r\n0\r\nT: u\r\n\r\n"
            + "DELETE / HTTP/1.1\r\n\(Self.host)BREW / HTTP/1.1\r\n\(Self.host)GET / HTTP/1.1\r\n\(Self.host)"
        for size in [1, 2, 3, 50, 1 << 20] {
            let exchange = HTTP1Exchange(requests, pieces: size)
            #expect(exchange.statuses == [200, 200, 200, 204, 501])
            #expect(
                exchange.isClosed && exchange.text.contains("/target/1")
                    && exchange.text.contains("\r\n\r\nabc"))
        }
    }

    @Test func `what follows a request that closes is not read`() {
        let exchange = HTTP1Exchange(
            "GET / HTTP/1.1\r\nConnection: close\r\n\(Self.host)GET / HTTP/1.1\r\n\(Self.host)")
        #expect(exchange.statuses == [200] && exchange.text.contains("\r\nConnection: close\r\n"))
    }

    @Test func `a body is asked for when the client waits, and only then`() {
        let head = "POST / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 3\r\n\(Self.host)"
        #expect(HTTP1Exchange(head).text == "HTTP/1.1 100 Continue\r\n\r\n")
        #expect(HTTP1Exchange(head + "abc").statuses == [200])
        #expect(HTTP1Exchange(head + "abc", pieces: head.utf8.count).statuses == [100, 200])
        let old = "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
        #expect(HTTP1Exchange(old).output.isEmpty)
        // RFC 9110, 10.1.1: the final status at once, where the body is not wanted.
        let large = head.replacing("Content-Length: 3", with: "Content-Length: 9000000")
        #expect(HTTP1Exchange(large).statuses == [413])
    }

    @Test func `an answer to HTTP/1.0 is told to be of 1.1 and closes unless asked`() {
        #expect(HTTP1Exchange("GET / HTTP/1.0\r\n\r\n").text.hasPrefix("HTTP/1.1 200 "))
        let kept = HTTP1Exchange("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
        #expect(!kept.isClosed && kept.text.contains("\r\nConnection: keep-alive\r\n"))
    }
}
