import CLinux
import Glibc

/// A connected, non-blocking socket.
package struct StreamSocket: ~Copyable {
    package enum Outcome: Sendable, Hashable {
        /// So many bytes.
        case bytes(Int)
        /// Not now.
        case wouldBlock
        /// The peer has closed, or the connection is broken.
        case closed
    }

    private let descriptor: Descriptor

    init(_ descriptor: consuming Descriptor) {
        self.descriptor = descriptor
    }

    package var number: Int32 { descriptor.number }

    /// The bytes of the peer's IP address in network order, 4 or 16; empty when it has none.
    package var peerAddress: [UInt8] {
        SocketAddress.peer(of: descriptor.number)?.addressBytes ?? []
    }

    /// Reads into `buffer`.
    package func read(into buffer: inout [UInt8]) -> Outcome {
        let count = unsafe buffer.withUnsafeMutableBytes { buffer in
            unsafe recv(descriptor.number, buffer.baseAddress, buffer.count, 0)
        }
        return outcome(count, endIsClosed: true)
    }

    /// Writes from the start of `bytes`.
    package func write(_ bytes: ArraySlice<UInt8>) -> Outcome {
        let count = unsafe bytes.withUnsafeBytes { bytes in
            unsafe send(descriptor.number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        }
        return outcome(count, endIsClosed: false)
    }

    /// Sends what is written and then the end of the stream; reading goes on.
    package func finishWriting() {
        _ = shutdown(descriptor.number, Int32(SHUT_WR))
    }

    private func outcome(_ count: Int, endIsClosed: Bool) -> Outcome {
        if count > 0 || count == 0 && !endIsClosed { return .bytes(count) }
        if count < 0, errno == EAGAIN || errno == EINTR { return .wouldBlock }
        return .closed
    }
}
