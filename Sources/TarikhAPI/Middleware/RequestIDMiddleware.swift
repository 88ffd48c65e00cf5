import FoundationEssentials
import HTTPServer
import HTTPTypes

/// Gives every request an id and every answer its request's: the client's own when it is 1 to 64 visible ASCII characters.
struct RequestIDMiddleware: Middleware {
    func respond(to request: Request, next: (Request) -> Response) -> Response {
        var request = request
        let id = request.fields[.requestID].flatMap(Self.valid) ?? Self.new()
        request.id = id
        var response = next(request)
        response.fields[.requestID] = id
        return response
    }

    private static func valid(_ id: String) -> String? {
        (1...64).contains(id.utf8.count) && id.utf8.allSatisfy { (0x21...0x7e).contains($0) } ? id : nil
    }

    /// A ULID (github.com/ulid/spec): 48 bits of milliseconds and 80 random ones in Crockford's base 32.
    static func new() -> String {
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        let time = UInt64(max(0, Date().timeIntervalSince1970 * 1000))
        var text = (0..<10).reversed().map { digits[Int(time >> UInt64($0 * 5) & 31)] }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2 {
            var bits = random.next()
            for _ in 0..<8 {
                text.append(digits[Int(bits & 31)])
                bits >>= 5
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
