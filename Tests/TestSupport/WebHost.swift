import Foundation
import Synchronization

/// A host of the web on a port of this machine, that answers what a test says, byte for byte.
package final class WebHost: Sendable {
    /// What is sent, in turn; between two pieces it pauses, and after the last it closes.
    package struct Answer: Sendable {
        package var pieces: [[UInt8]]
        package var pause = 0.0
        /// The last piece again and again, until the other side has gone.
        package var isEndless = false

        package init(pieces: [[UInt8]], pause: Double = 0, isEndless: Bool = false) {
            self.pieces = pieces
            self.pause = pause
            self.isEndless = isEndless
        }

        package init(_ status: Int, _ fields: [String] = [], body: [UInt8] = []) {
            let lines =
                ["HTTP/1.1 \(status) Status", "Content-Length: \(body.count)", "Connection: close"] + fields
            self.init(pieces: [Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body])
        }

        package init(_ status: Int, _ fields: [String] = [], text: String) {
            self.init(status, fields, body: Array(text.utf8))
        }
    }

    package struct Failed: Error {}

    package let port: Int
    private let listener: Int32
    private let isClosed = Atomic(false)
    private let heads = Mutex<[String]>([])

    /// - Parameter answer: what is answered to a request with this path and head.
    /// - Parameter number: the last of the address, 127.0.0.1 or another of this machine.
    package init(
        number: UInt32 = 1, _ answer: @escaping @Sendable (_ path: String, _ head: String) -> Answer
    ) throws {
        signal(SIGPIPE, SIG_IGN)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = (0x7f00_0000 | number).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard isBound else {
            close(listener)
            throw Failed()
        }
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let host = self, !host.isClosed.load(ordering: .relaxed) else {
                    if connection >= 0 { close(connection) }
                    break
                }
                Thread.detachNewThread { [weak host] in
                    Self.serve(connection, answer) { host?.note($0) }
                    close(connection)
                }
            }
            close(listener)
        }
    }

    deinit {
        isClosed.store(true, ordering: .relaxed)
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// The heads of all requests so far.
    package var requests: [String] { heads.withLock { $0 } }

    /// How often a path was asked for.
    package func count(of path: String) -> Int {
        requests.count { $0.hasPrefix("GET \(path) ") }
    }

    package func address(_ path: String = "/", host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }

    private func note(_ head: String) {
        heads.withLock { $0.append(head) }
    }

    private static func serve(
        _ connection: Int32, _ answer: (String, String) -> Answer, note: (String) -> Void
    ) {
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while !received.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            let count = read(connection, &piece, piece.count)
            guard count > 0, received.count < 1 << 20 else { return }
            received += piece.prefix(count)
        }
        let head = String(decoding: received, as: UTF8.self)
        note(head)
        let words = head.split(separator: " ", maxSplits: 2)
        let answer = answer(words.count > 1 ? String(words[1]) : "", head)
        for (index, bytes) in answer.pieces.enumerated() {
            if index > 0, answer.pause > 0 { Thread.sleep(forTimeInterval: answer.pause) }
            guard write(connection, bytes, bytes.count) == bytes.count else { return }
        }
        guard answer.isEndless, let last = answer.pieces.last else { return }
        while write(connection, last, last.count) == last.count {
            if answer.pause > 0 { Thread.sleep(forTimeInterval: answer.pause) }
        }
    }
}
