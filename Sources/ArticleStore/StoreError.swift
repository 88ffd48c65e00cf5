/// Why the store can't be opened, read or written.
package enum StoreError: Error, Equatable {
    /// Another process writes to this folder.
    case busy(folder: String)
    /// The folder was written by a newer version of Tarikh.
    case newerVersion(folder: String)
    /// There is no data in the folder (reading only).
    case missing(folder: String)
    /// The folder can't be made or written.
    case notWritable(folder: String, reason: String)
    /// No space is left; nothing was written.
    case full
    /// The store was opened for reading.
    case readOnly
    /// Nothing was written, because something of what had to be written as a whole could not be; what would have come of each.
    case notAll([Insertion])
    /// SQLite or the index failed.
    case failed(String)
}
