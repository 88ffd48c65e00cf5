import HTTPTypes

@testable import HTTPServer

/// What a client of HTTP/1.1 sees of the server without a socket: bytes in, bytes out.
struct HTTP1Exchange {
    static let limits = HTTP1Parser.Limits(targetBytes: 8 << 10, headerBytes: 64 << 10, bodyBytes: 1 << 20)

    static let router = Router(routes: [
        Route(.get, "/", lane: .loop) { _, _ in Response(status: .ok, body: Array("root".utf8)) },
        Route(.post, "/", lane: .loop) { request, _ in Response(status: .ok, body: request.body) },
        Route(.delete, "/", lane: .loop) { _, _ in Response(status: .noContent) },
        Route(.get, "/host", lane: .loop) { request, _ in
            Response(status: .ok, body: Array((request.fields[.host] ?? "none").utf8))
        },
        Route(.get, "/target/{name}", lane: .loop) { request, _ in
            Response(status: .ok, body: Array(request.target.utf8))
        },
        Route(.get, "/same", lane: .loop) { _, _ in
            Response(status: .notModified, fields: [.eTag: "\"a\""], body: Array("never sent".utf8))
        },
        Route(.get, "/fields", lane: .loop) { request, _ in
            let lines = request.fields.map { "\($0.name.canonicalName)=\($0.value)" }
            return Response(status: .ok, body: Array(lines.joined(separator: "\n").utf8))
        },
    ])

    private(set) var output: [UInt8] = []
    private(set) var requests: [Request] = []
    /// Whether the server closes after what it has written.
    private(set) var isClosed = false
    private var session = HTTP1Session(limits: limits)
    private let heads = HeadTable()

    /// Everything the server says to `text`, which comes in pieces of `size` bytes.
    init(_ text: String, pieces size: Int = 1 << 20) {
        self.init(Array(text.utf8), pieces: size)
    }

    init(_ bytes: [UInt8], pieces size: Int = 1 << 20) {
        for start in stride(from: 0, to: bytes.count, by: size) where !isClosed {
            receive(bytes[start..<min(start + size, bytes.count)])
        }
    }

    private mutating func receive(_ bytes: ArraySlice<UInt8>) {
        session.receive(bytes)
        var written = Output()
        while !isClosed, let event = session.next(&written, heads) {
            let response: Response
            switch event {
            case .request(let head, let body):
                let request = head.request(withBody: body)
                requests.append(request)
                response = Self.router.respond(to: request)
            case .upgrade(let head, _):
                let request = head.request
                requests.append(request)
                response = Self.router.respond(to: request)
            case .failure(let problem): response = problem.response(to: Request(method: .get, target: "/"))
            case .close:
                isClosed = true
                continue
            }
            isClosed = !session.answer(response, date: Array("now".utf8), isDraining: false, &written)
        }
        let body = written.withEnd { $0 }
        output += body
    }

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The statuses of the answers in order, from their first lines.
    var statuses: [Int] {
        text.components(separatedBy: "HTTP/1.1 ").dropFirst().compactMap { Int($0.prefix(3)) }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
