import COpenSSL

/// The certificate, key and rules that new TLS connections take over; those that are open keep theirs.
@safe
package final class TLSContext: Sendable {
    /// An `SSL_CTX`, which any thread may use. Kept as its address: a pointer can't be shared between threads in Swift.
    private let address: UInt

    /// - Throws: `TLSError` when a file is missing, unreadable or no PEM, or the key is not the certificate's.
    package init(_ configuration: TLSConfiguration) throws(TLSError) {
        guard let context = unsafe COpenSSL_new_server_context() else {
            throw .unavailable(reason: Self.lastError())
        }
        do {
            try unsafe Self.load(configuration, into: context)
        } catch {
            unsafe SSL_CTX_free(context)
            throw error
        }
        unsafe SSL_CTX_set_alpn_select_cb(context, Self.selectProtocol, nil)
        address = UInt(bitPattern: context)
    }

    deinit {
        unsafe SSL_CTX_free(pointer)
    }

    private var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

    /// A new connection on the server's side; `nil` when there is no memory.
    func newConnection() -> OpaquePointer? {
        unsafe SSL_new(pointer)
    }

    private static func load(
        _ configuration: TLSConfiguration, into context: OpaquePointer
    ) throws(TLSError) {
        ERR_clear_error()
        guard unsafe SSL_CTX_use_certificate_chain_file(context, configuration.certificate) == 1 else {
            throw .badFile(configuration.certificate, reason: lastError())
        }
        guard unsafe SSL_CTX_use_PrivateKey_file(context, configuration.key, SSL_FILETYPE_PEM) == 1 else {
            let reason = lastError()
            if reason.contains("mismatch") { throw .keyMismatch(configuration.key) }
            throw .badFile(configuration.key, reason: reason)
        }
        guard unsafe SSL_CTX_check_private_key(context) == 1 else { throw .keyMismatch(configuration.key) }
        guard let authorities = configuration.clientAuthorities else { return }
        guard unsafe SSL_CTX_load_verify_locations(context, authorities, nil) == 1,
            let names = unsafe SSL_load_client_CA_file(authorities)
        else { throw .badFile(authorities, reason: lastError()) }
        unsafe SSL_CTX_set_client_CA_list(context, names)
        let mode =
            configuration.requiresClientCertificate
            ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_PEER
        unsafe SSL_CTX_set_verify(context, mode, nil)
    }

    /// RFC 7301: HTTP/2 where the client knows it, else HTTP/1.1, else no connection.
    private static let selectProtocol: SSL_CTX_alpn_select_cb_func = {
        _, chosen, chosenLength, offered, offeredLength, _ in
        let list = unsafe UnsafeBufferPointer(start: offered, count: Int(offeredLength))
        for name in [TLSStream.http2, TLSStream.http1] {
            var position = 0
            while position < list.count {
                let length = Int(unsafe list[position])
                let end = position + 1 + length
                guard end <= list.count else { break }
                if unsafe list[(position + 1)..<end].elementsEqual(name) {
                    unsafe chosen?.pointee = offered?.advanced(by: position + 1)
                    unsafe chosenLength?.pointee = UInt8(length)
                    return SSL_TLSEXT_ERR_OK
                }
                position = end
            }
        }
        return SSL_TLSEXT_ERR_ALERT_FATAL
    }

    /// OpenSSL's words for what failed last on this thread.
    static func lastError() -> String {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0, let reason = unsafe ERR_reason_error_string(code) else { return "unknown" }
        return unsafe String(cString: reason)
    }
}
