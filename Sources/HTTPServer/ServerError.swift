/// Why the server can't start.
package enum ServerError: Error, Equatable {
    /// The host is no address of this machine, or no address at all.
    case badAddress(String)
    /// Another process listens there.
    case addressInUse(host: String, port: UInt16)
    /// A system call failed with this errno.
    case system(call: String, errno: Int32)
}
