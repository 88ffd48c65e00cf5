/// What a TLS listener needs: PEM files by their paths.
package struct TLSConfiguration: Sendable, Hashable {
    /// The certificate of the server, then those that lead to its root.
    package var certificate: String
    package var key: String
    /// Roots of client certificates; with them a client may show one, and must show a valid one or none.
    package var clientAuthorities: String?
    /// A client without a certificate is refused.
    package var requiresClientCertificate = false

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// Why TLS can't be set up.
package enum TLSError: Error, Hashable {
    /// A file can't be used, and OpenSSL's reason.
    case badFile(String, reason: String)
    /// The key belongs to another certificate.
    case keyMismatch(String)
    /// OpenSSL has no memory, or lacks what is needed.
    case unavailable(reason: String)
}
