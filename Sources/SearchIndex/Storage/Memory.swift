import Glibc

/// Bytes that stay where they are until the last reader lets go of them: a mapped file, which may be removed meanwhile, or a copy.
@safe
final class Memory: Sendable {
    let address: UInt
    private let isMapped: Bool
    let count: Int

    init(copying bytes: borrowing [UInt8]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        unsafe bytes.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe copy.copyMemory(from: start, byteCount: source.count)
            }
        }
        address = UInt(bitPattern: copy)
        isMapped = false
        count = bytes.count
    }

    /// A copy of words as they lie in memory: little-endian on the machines that this runs on, see `Bytes`.
    init(words: borrowing [UInt64]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(words.count * 8, 1), alignment: 16)
        unsafe words.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe copy.copyMemory(from: start, byteCount: source.count)
            }
        }
        address = UInt(bitPattern: copy)
        isMapped = false
        count = words.count * 8
    }

    /// Maps a file of `count` bytes; `count` is above 0.
    init(descriptor: Int32, count: Int) throws(IndexError) {
        guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
            UInt(bitPattern: start) != UInt.max
        else { throw IndexError.system(call: "mmap", errno: errno) }
        address = UInt(bitPattern: start)
        isMapped = true
        self.count = count
    }

    deinit {
        guard let start = unsafe UnsafeMutableRawPointer(bitPattern: address) else { return }
        if isMapped {
            _ = unsafe munmap(start, count)
        } else {
            unsafe start.deallocate()
        }
    }
}
