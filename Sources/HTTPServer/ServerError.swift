/// Why the server can't start.
package enum ServerError: Error, Equatable {
    /// The host is no address of this machine, or no address at all.
    case badAddress(String)
    /// Another process listens there.
    case addressInUse(host: String, port: UInt16)
    /// A system call failed with this errno.
    case system(call: String, errno: Int32)
    /// The nghttp2 that the program runs with has faults that a peer can use.
    case oldHTTP2Library(String)
    /// A certificate or key can't be used: the file, and why.
    case badCertificate(file: String, reason: String)
    /// The path of a Unix-domain socket can't be listened on.
    case badSocketPath(String, errno: Int32)
}
