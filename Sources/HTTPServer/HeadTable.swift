import Glibc

/// Requests that one event loop has read, by the bytes of their heads. Clients send the same head again and again; what was
/// found right once is not read anew.
///
/// Each head has one place that its hash gives; a later one takes it over. Bytes are compared, so a hash that many heads share
/// costs time only.
final class HeadTable {
    /// Longer heads are read anew each time.
    static let longestHead = 2_048
    private static let placeCount = 128

    private struct Place {
        var head: [UInt8] = []
        var request: KnownHead?

        func isOf(_ other: ArraySlice<UInt8>) -> Bool {
            unsafe head.withUnsafeBytes { head in
                unsafe other.withUnsafeBytes { other in
                    guard head.count == other.count, let first = head.baseAddress,
                        let second = other.baseAddress
                    else { return false }
                    return unsafe memcmp(first, second, head.count) == 0
                }
            }
        }
    }

    private var places = [Place](repeating: Place(), count: placeCount)

    /// What was kept for `head`.
    func find(_ head: ArraySlice<UInt8>) -> KnownHead? {
        let place = Self.place(of: head)
        return places[place].isOf(head) ? places[place].request : nil
    }

    func keep(_ request: KnownHead, for head: ArraySlice<UInt8>) {
        guard head.count <= Self.longestHead else { return }
        places[Self.place(of: head)] = Place(head: Array(head), request: request)
    }

    /// By eight bytes at a time, multiplied (FNV-1a's prime); the rest byte by byte.
    private static func place(of head: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        unsafe head.withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                hash ^= unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                hash = (hash ^ hash >> 29) &* 0x0000_0100_0000_01b3
                index += 8
            }
            while index < bytes.count {
                hash = unsafe (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
                index += 1
            }
        }
        hash ^= hash >> 32
        return Int(truncatingIfNeeded: hash) & (placeCount - 1)
    }

    /// Where the head at the start of `bytes` ends, after its empty line; `nil` when that is not there or too far.
    static func end(of bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = bytes.prefix(longestHead)
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return nil }
            var index = 0
            while let found = unsafe memchr(start + index, 0x0d, buffer.count - index) {
                index = unsafe UnsafeRawPointer(found) - start
                guard index + 4 <= buffer.count else { return nil }
                if unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt32.self) == endOfHead {
                    return bytes.startIndex + index + 4
                }
                index += 1
            }
            return nil
        }
    }

    /// CR LF CR LF, whichever end comes first.
    private static let endOfHead: UInt32 = UInt32(littleEndian: 0x0a0d_0a0d)
}

/// A head of either version that was read, without a body to come.
enum KnownHead {
    case http1(HTTP1Head)
    case http2(RequestHead)
}
