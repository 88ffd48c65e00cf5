/// Why the index can't be read or written. It is derived data: the answer to `damaged` and `outdated` is to rebuild it.
package enum IndexError: Error, Equatable {
    /// A file is missing, cut off, or fails its checksum.
    case damaged(file: String, reason: String)
    /// Written by another version of the format or for another schema.
    case outdated
    /// A system call failed with this errno.
    case system(call: String, errno: Int32)
    /// The index was opened for reading.
    case readOnly
}
