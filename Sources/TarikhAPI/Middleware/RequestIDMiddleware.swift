import FoundationEssentials
import HTTPServer
import HTTPTypes
import Synchronization

/// Gives every request an id and every answer its request's: the client's own when it is 1 to 64 visible ASCII characters.
struct RequestIDMiddleware: Middleware {
    func respond(to request: Request, next: (Request) -> Response) -> Response {
        var request = request
        let id = Self.given(in: request) ?? Self.new()
        request.id = id
        var response = next(request)
        response.fields[.requestID] = id
        return response
    }

    /// The client's own.
    static func given(in request: Request) -> String? {
        request.fields[.requestID].flatMap(valid)
    }

    private static func valid(_ id: String) -> String? {
        (1...64).contains(id.utf8.count) && id.utf8.allSatisfy { (0x21...0x7e).contains($0) } ? id : nil
    }

    private static let identifiers = Mutex(ULIDGenerator())

    static func new() -> String {
        let time = UInt64(max(0, Date().timeIntervalSince1970 * 1000))
        return identifiers.withLock { $0.next(at: time) }
    }
}

/// Makes ULIDs (github.com/ulid/spec): 48 bits of milliseconds and 80 others in Crockford's base 32. The others are random in a
/// new millisecond, and one more than before in the same.
private struct ULIDGenerator {
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let part = UInt64(1) << 40 - 1

    private var time: UInt64 = 0
    /// 40 bits each.
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    mutating func next(at time: UInt64) -> String {
        if time == self.time {
            low = (low + 1) & Self.part
            if low == 0 { high = (high + 1) & Self.part }
        } else {
            self.time = time
            high = .random(in: 0...Self.part)
            low = .random(in: 0...Self.part)
        }
        return unsafe String(unsafeUninitializedCapacity: 26) { text in
            unsafe Self.write(time, 10, to: text)
            unsafe Self.write(high, 8, to: UnsafeMutableBufferPointer(rebasing: text[10...]))
            unsafe Self.write(low, 8, to: UnsafeMutableBufferPointer(rebasing: text[18...]))
            return 26
        }
    }

    private static func write(_ number: UInt64, _ count: Int, to text: UnsafeMutableBufferPointer<UInt8>) {
        var rest = number
        for index in (0..<count).reversed() {
            unsafe text[index] = digits[Int(rest & 31)]
            rest >>= 5
        }
    }
}
