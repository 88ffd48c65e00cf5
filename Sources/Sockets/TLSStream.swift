import COpenSSL

/// One connection's TLS: bytes of the peer in, plain bytes out, and the other way round. Holds no socket; confined to one
/// thread.
@safe
package final class TLSStream {
    package enum Outcome: Sendable, Hashable {
        case goesOn
        /// The peer has said that nothing more comes.
        case ended
        /// The peer does not speak TLS as it must, or has no certificate that is needed.
        case failed
    }

    static let http2 = Array("h2".utf8)
    static let http1 = Array("http/1.1".utf8)
    /// Plain bytes of one record (RFC 8446, 5.1).
    private static let recordSize = 16 << 10

    private let connection: OpaquePointer
    /// Bytes for the peer that are not sent yet: the owner sends and drops them.
    package var outgoing: [UInt8] = []
    fileprivate var incoming: UnsafeRawBufferPointer.SubSequence?
    package private(set) var isEstablished = false

    /// `nil` when there is no memory.
    package init?(_ context: TLSContext) {
        guard let connection = unsafe context.newConnection() else { return nil }
        unsafe self.connection = unsafe connection
        unsafe incoming = nil
        guard let bio = unsafe TLSBytes.bio(for: self) else { return nil }
        unsafe SSL_set_bio(connection, bio, bio)
        unsafe SSL_set_accept_state(connection)
    }

    deinit {
        unsafe SSL_free(connection)
    }

    /// Whether the peer chose HTTP/2 (ALPN); known when the handshake is over.
    package var choseHTTP2: Bool {
        var name: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        unsafe SSL_get0_alpn_selected(connection, &name, &length)
        return unsafe UnsafeBufferPointer(start: name, count: Int(length)).elementsEqual(Self.http2)
    }

    /// Takes what the peer sent, and appends what it says to `plain`.
    package func receive(_ bytes: ArraySlice<UInt8>, into plain: inout [UInt8]) -> Outcome {
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe incoming = unsafe bytes[...]
            defer { unsafe incoming = nil }
            ERR_clear_error()
            if !isEstablished {
                let result = unsafe SSL_do_handshake(connection)
                guard result == 1 else { return outcome(of: result) }
                isEstablished = true
            }
            return read(into: &plain)
        }
    }

    private func read(into plain: inout [UInt8]) -> Outcome {
        while true {
            let start = plain.count
            var result: Int32 = 0
            let room = unsafe max(incoming.map { unsafe $0.count } ?? 0, 4_096)
            plain.reserveCapacity(start + min(room, Self.recordSize))
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.recordSize) { buffer in
                result = unsafe SSL_read(connection, buffer.baseAddress, Int32(buffer.count))
                if result > 0 { unsafe plain.append(contentsOf: buffer[..<Int(result)]) }
            }
            if result <= 0 { return outcome(of: result) }
        }
    }

    /// Encrypts up to 64 KiB from the start of `plain` into `outgoing`; returns how many bytes it took, `nil` when the connection
    /// is broken.
    package func send(_ plain: UnsafeRawBufferPointer) -> Int? {
        guard isEstablished else { return 0 }
        ERR_clear_error()
        var taken = 0
        while taken < plain.count, outgoing.count < 64 << 10 {
            let part = unsafe UnsafeRawBufferPointer(rebasing: plain[taken...].prefix(Self.recordSize))
            let count = unsafe SSL_write(connection, part.baseAddress, Int32(part.count))
            guard count > 0 else { return nil }
            taken += Int(count)
        }
        return taken
    }

    /// Says in `outgoing` that nothing more comes (RFC 8446, 6.1).
    package func end() {
        ERR_clear_error()
        if isEstablished { _ = unsafe SSL_shutdown(connection) }
    }

    private func outcome(of result: Int32) -> Outcome {
        switch unsafe SSL_get_error(connection, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: .goesOn
        case SSL_ERROR_ZERO_RETURN: .ended
        default: .failed
        }
    }
}

/// OpenSSL's side of a `TLSStream`: it reads and writes memory instead of a socket.
@safe
private enum TLSBytes {
    /// A `BIO_METHOD`'s address.
    private static let method: UInt = {
        let method = unsafe COpenSSL_new_bio_method()
        unsafe BIO_meth_set_write(method) { bio, bytes, count in
            guard let stream = unsafe owner(bio), count > 0 else { return -1 }
            unsafe COpenSSL_clear_retry(bio)
            unsafe stream.outgoing.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            return count
        }
        unsafe BIO_meth_set_read(method) { bio, bytes, count in
            guard let stream = unsafe owner(bio), let bytes = unsafe bytes, count > 0 else { return -1 }
            unsafe COpenSSL_clear_retry(bio)
            guard let part = unsafe stream.incoming?.prefix(Int(count)), unsafe !part.isEmpty else {
                unsafe COpenSSL_read_again(bio)
                return -1
            }
            unsafe UnsafeMutableRawBufferPointer(start: bytes, count: part.count).copyBytes(from: part)
            unsafe stream.incoming?.removeFirst(part.count)
            return Int32(truncatingIfNeeded: unsafe part.count)
        }
        unsafe BIO_meth_set_ctrl(method) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
        return UInt(bitPattern: method)
    }()

    static func bio(for stream: TLSStream) -> OpaquePointer? {
        guard let bio = unsafe BIO_new(OpaquePointer(bitPattern: method)) else { return nil }
        unsafe BIO_set_data(bio, Unmanaged.passUnretained(stream).toOpaque())
        unsafe BIO_set_init(bio, 1)
        return unsafe bio
    }

    private static func owner(_ bio: OpaquePointer?) -> TLSStream? {
        unsafe BIO_get_data(bio).map { unsafe Unmanaged<TLSStream>.fromOpaque($0).takeUnretainedValue() }
    }
}
