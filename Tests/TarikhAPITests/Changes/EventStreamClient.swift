import Foundation

/// Follows an event stream over a socket.
final class EventStreamClient: Sendable {
    private let descriptor: Int32

    /// Asks for `target`; `lastID` is that of the last event seen.
    init(port: UInt16, target: String, lastID: String? = nil) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var timeout = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        let field = lastID.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        let request = "GET \(target) HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\(field)\r\n"
        _ = request.utf8CString.withUnsafeBytes {
            send(descriptor, $0.baseAddress, $0.count - 1, Int32(MSG_NOSIGNAL))
        }
    }

    deinit { close(descriptor) }

    /// The ids of the first `count` events whose data are the change of that number; fewer when the stream ends or nothing comes for
    /// ten seconds.
    func ids(_ count: Int) -> [String] {
        var ids: [String] = []
        var id = ""
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let received = recv(descriptor, &buffer, buffer.count, 0)
            guard received > 0 else { return ids }
            for byte in buffer[..<received] {
                if byte != 0x0a {
                    line.append(byte)
                    continue
                }
                if line.starts(with: "id: ".utf8) { id = String(decoding: line[4...], as: UTF8.self) }
                if line.starts(with: "data: ".utf8), let change = try? JSON(Array(line[6...])),
                    change["seq"].integer == Int(id), change["type"].string != nil
                {
                    ids.append(id)
                }
                line = []
                if ids.count == count { return ids }
            }
        }
    }
}
