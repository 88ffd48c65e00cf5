import Glibc

/// The folder's files. Whole files are written aside, flushed and renamed, so that a file of its name is complete.
struct IndexFolder: Sendable {
    let path: String

    func make() throws(IndexError) {
        if unsafe mkdir(path, 0o755) != 0, errno != EEXIST {
            throw IndexError.system(call: "mkdir", errno: errno)
        }
    }

    /// Maps a file, or `nil` when there is none.
    func map(_ name: String) throws(IndexError) -> Memory? {
        let descriptor = unsafe open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw IndexError.system(call: "open", errno: errno)
        }
        defer { close(descriptor) }
        let size = try size(of: descriptor)
        if size == 0 { return Memory(copying: []) }
        return try Memory(descriptor: descriptor, count: size)
    }

    /// A file's bytes at this moment, or `nil` when there is none.
    func read(_ name: String) throws(IndexError) -> [UInt8]? {
        let descriptor = unsafe open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw IndexError.system(call: "open", errno: errno)
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: try size(of: descriptor))
        var filled = 0
        while filled < bytes.count {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw IndexError.system(call: "read", errno: errno)
            }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    private func size(of descriptor: Int32) throws(IndexError) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw IndexError.system(call: "fstat", errno: errno)
        }
        return Int(status.st_size)
    }

    /// Durable when it returns.
    func replace(_ name: String, with bytes: [UInt8]) throws(IndexError) {
        let aside = "\(path)/\(name).new"
        let descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw IndexError.system(call: "open", errno: errno) }
        do throws(IndexError) {
            try write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw IndexError.system(call: "fsync", errno: errno) }
        } catch {
            close(descriptor)
            throw error
        }
        close(descriptor)
        guard unsafe rename(aside, "\(path)/\(name)") == 0 else {
            throw IndexError.system(call: "rename", errno: errno)
        }
        try flushNames()
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws(IndexError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw IndexError.system(call: "write", errno: errno)
            }
            written += count
        }
    }

    private func flushNames() throws(IndexError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw IndexError.system(call: "open", errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw IndexError.system(call: "fsync", errno: errno) }
    }

    /// What can't be removed now is removed at the next opening.
    func remove(_ name: String) {
        _ = unsafe unlink("\(path)/\(name)")
    }

    /// The names of the index's own files; others in the folder are left alone.
    func names() -> [String] {
        guard let directory = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix("segment-") || name.hasPrefix(Manifest.fileName) { names.append(name) }
        }
        return names
    }
}
