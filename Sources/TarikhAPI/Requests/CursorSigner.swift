import ArticleStore
import COpenSSL
import FoundationEssentials
import HTTPServer

/// Makes and reads cursors: where a list goes on, signed together with the query that it belongs to.
struct CursorSigner: Sendable {
    /// Seconds that a cursor holds: 15 minutes from when it is given.
    static let lifetime = 15 * 60 + Int64(ResponseCache.longestAge)
    private static let tagLength = 16

    private let key: [UInt8]
    /// Seconds since 1970.
    private let now: @Sendable () -> Int64

    /// - Parameter key: 32 secret bytes.
    init(
        key: [UInt8], now: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }
    ) {
        self.key = key
        self.now = now
    }

    func cursor(at position: PagePosition, of query: String) -> String {
        var bytes = Self.bytes(now() + Self.lifetime)
        bytes.append((position.number == nil ? 0 : 1) | (position.text == nil ? 0 : 2))
        bytes += Self.bytes(position.row)
        bytes += position.number.map(Self.bytes) ?? []
        bytes += Array((position.text ?? "").utf8)
        return Base64URL.encode(bytes + tag(of: bytes, query))
    }

    /// - Throws: `invalid_cursor` for anything that was not made for this query, `cursor_expired` for what was made too long ago.
    func position(_ cursor: String, of query: String) throws(Problem) -> PagePosition {
        guard let sealed = Base64URL.decode(cursor), sealed.count >= 17 + Self.tagLength else {
            throw .invalidCursor
        }
        let bytes = Array(sealed.dropLast(Self.tagLength))
        guard Self.areEqual(Array(sealed.suffix(Self.tagLength)), tag(of: bytes, query)) else {
            throw .invalidCursor
        }
        guard Self.integer(bytes[..<8]) >= now() else { throw .expiredCursor }
        let flags = bytes[8]
        var rest = bytes[17...]
        var position = PagePosition(row: Self.integer(bytes[9..<17]))
        if flags & 1 != 0 {
            position.number = Self.integer(rest.prefix(8))
            rest = rest.dropFirst(8)
        }
        if flags & 2 != 0 { position.text = String(decoding: rest, as: UTF8.self) }
        return position
    }

    /// HMAC-SHA-256 of the cursor's bytes and the query, cut to 128 bits (RFC 2104, 5).
    private func tag(of bytes: [UInt8], _ query: String) -> [UInt8] {
        let message = Self.bytes(Int64(bytes.count)) + bytes + Array(query.utf8)
        var digest = [UInt8](repeating: 0, count: 32)
        _ = unsafe message.withUnsafeBufferPointer { message in
            unsafe digest.withUnsafeMutableBufferPointer { digest in
                unsafe COpenSSL_hmac_sha256(
                    key, Int32(key.count), message.baseAddress, message.count, digest.baseAddress)
            }
        }
        return Array(digest.prefix(Self.tagLength))
    }

    /// In constant time.
    private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func bytes(_ value: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
        Int64(bitPattern: bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
}

/// Base 64 for URLs, without padding (RFC 4648, 5).
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    static func decode(_ text: String) -> [UInt8]? {
        guard text.utf8.count <= 8192, !text.utf8.contains(where: { "+/=".utf8.contains($0) }) else {
            return nil
        }
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let standard = text.replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let data = Data(base64Encoded: standard) else { return nil }
        // One encoding only: leftover bits must be zero.
        return encode([UInt8](data)) == text ? [UInt8](data) : nil
    }
}
