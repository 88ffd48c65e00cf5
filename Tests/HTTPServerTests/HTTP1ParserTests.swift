import Foundation
import HTTPTypes
import Testing

@testable import HTTPServer

struct HTTP1ParserTests {
    /// The requests in `bytes` and the error that ends them, as a session reads them in pieces of `size`.
    func read(_ bytes: [UInt8], pieces size: Int) -> (requests: [Request], failure: Int?, isClosed: Bool) {
        let heads = HeadTable()
        var session = HTTP1Session(
            limits: HTTP1Parser.Limits(targetBytes: 8 << 10, headerBytes: 64 << 10, bodyBytes: 1 << 20))
        var requests: [Request] = []
        var output = Output()
        for start in stride(from: 0, to: bytes.count, by: size) {
            session.receive(bytes[start..<min(start + size, bytes.count)])
            while let event = session.next(&output, heads) {
                switch event {
                case .request(let head, let body): requests.append(head.request(withBody: body))
                case .upgrade(let head, _): requests.append(head.request)
                case .failure(let problem): return (requests, problem.status.code, false)
                case .close: return (requests, nil, true)
                }
                let goesOn = session.answer(Response(status: .ok), date: [], isDraining: false, &output)
                if !goesOn, session.bufferedBytes > 0 || start + size < bytes.count {
                    return (requests, nil, true)
                }
            }
        }
        return (requests, nil, false)
    }

    @Test(arguments: [1, 2, 7, 1_000]) func `requests are read in any pieces`(_ size: Int) {
        let text =
            "\r\nPOST /a?b=c HTTP/1.1\r\nHost: x\r\nX-Y:  v w \t\r\nContent-Length: 4\r\n\r\nbodyGET http://h:80/p?q HTTP/1.1\r\nhost: h\r\n\r\n"
        let (requests, failure, isClosed) = read(Array(text.utf8), pieces: size)
        #expect(requests.map(\.target) == ["/a?b=c", "/p?q"])
        #expect(requests.first?.body == Array("body".utf8))
        #expect(requests.first?.fields[HTTPField.Name("x-y") ?? .accept] == "v w")
        #expect(failure == nil && !isClosed)
    }

    @Test(arguments: [
        "Content-Length: 1\r\nContent-Length: 1", "Content-Length: +1", "Content-Length: 1, 1",
        "Content-Length: 0x1",
        "Content-Length: ", "Content-Length: -1", "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Content-Length : 1", " X: y", "X: a\r\n b", "X: a\u{0}b", "X: a\nY: b", "X: a\rY", ": v", "X Y: z",
        "Host: b", "Transfer-Encoding: chunked, identity", "X: a\u{7f}",
    ])
    func `framing that two parsers could read differently is refused`(_ fields: String) {
        let text = "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\nx"
        for size in [1, 1_000] {
            let failure = read(Array(text.utf8), pieces: size).failure
            #expect(failure == 400 || failure == 501)
        }
    }

    @Test(arguments: ["g", "-1", " 3", "3 ", "0x3", "FFFFFFFFFFFFFFFF", "", "3\n"])
    func `malformed chunk sizes are refused`(_ size: String) {
        let text =
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\nabc\r\n0\r\n\r\n"
        let result = read(Array(text.utf8), pieces: 1)
        #expect(result.requests.isEmpty && [400, 413].contains(result.failure))
    }

    @Test(arguments: [
        ("3;a", true), ("3;a=b;c=\"d;\\\"e\" ", true), ("3;", false), ("3;=b", false), ("3;a=", false),
        ("3;a=\"b", false), ("3;a b", false),
    ])
    func `chunk extensions are skipped when well formed`(_ size: String, _ isValid: Bool) {
        let text =
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\nabc\r\n0\r\n\r\n"
        let result = read(Array(text.utf8), pieces: 1)
        #expect(result.requests.count == (isValid ? 1 : 0))
        #expect(result.failure == (isValid ? nil : 400))
    }

    @Test func `a head near the limit is read byte by byte`() {
        var text = "GET / HTTP/1.1\r\nHost: a\r\n"
        for index in 0..<1_200 { text += "X-\(index): " + String(repeating: "v", count: 40) + "\r\n" }
        #expect(read(Array((text + "\r\n").utf8), pieces: 1).requests.count == 1)
    }

    @Test(arguments: [
        "GET  / HTTP/1.1", "GET / HTTP/1.1 ", "GET / HTTP/1", "GET /\u{e9} HTTP/1.1", "GET x HTTP/1.1",
        "G@T / HTTP/1.1",
        "GET / HTTP/2.0", "ANNOUNCE / HTTP/1.1", "GET / http/1.1", "GET /",
    ])
    func `malformed request lines are refused`(_ line: String) {
        let result = read(Array((line + "\r\nHost: a\r\n\r\n").utf8), pieces: 3)
        #expect(result.requests.isEmpty && (result.failure != nil || result.isClosed))
    }

    @Test func `any bytes end in requests, an error or a wait`() {
        var random = SystemRandomNumberGenerator()
        let seed = Array(
            "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n".utf8)
        for _ in 0..<3_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            let whole = read(bytes, pieces: bytes.count)
            let pieces = read(bytes, pieces: 1)
            #expect(whole.requests.map(\.body) == pieces.requests.map(\.body))
            // Which of two faults is told may depend on which is seen first.
            let isRefused = [whole, pieces].map { $0.failure != nil || $0.isClosed }
            #expect(isRefused[0] == isRefused[1])
        }
    }
}

private struct Vector: Decodable {
    var b64: String
    var type: String
    var complete: Int?
    var llhttpError: Int?

    enum CodingKeys: String, CodingKey {
        case b64, type, complete
        case llhttpError = "llhttp_error"
    }
}

private let vectors: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let sets = ProcessInfo.processInfo.environment["TARIKH_EVAL"] ?? root.path + "/../shared/eval"
    return URL(fileURLWithPath: sets + "/http/llhttp-requests.json")
}()

extension HTTP1ParserTests {
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: vectors.path), "the evaluation sets are not here")
    )
    func `requests that llhttp refuses are refused`() throws {
        let all = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: vectors))
        let bad = all.filter { (1...20).contains($0.llhttpError ?? 0) }
        #expect(bad.count > 40)
        for vector in bad {
            let bytes = [UInt8](try #require(Data(base64Encoded: vector.b64)))
            let result = read(bytes, pieces: bytes.count)
            #expect(result.failure != nil || result.isClosed, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: vectors.path), "the evaluation sets are not here")
    )
    func `requests that llhttp takes are taken or refused whole`() throws {
        let all = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: vectors))
        var taken = 0
        for vector in all where vector.llhttpError == 0 && vector.type == "request" {
            let bytes = [UInt8](try #require(Data(base64Encoded: vector.b64)))
            let result = read(bytes, pieces: bytes.count)
            if result.failure != nil || result.isClosed { continue }
            taken += 1
            #expect(result.requests.count == vector.complete, "\(String(decoding: bytes, as: UTF8.self))")
        }
        // Most of them lack a Host field.
        #expect(taken > 4)
    }
}
