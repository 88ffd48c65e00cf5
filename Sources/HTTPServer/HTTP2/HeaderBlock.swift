import HTTPTypes

/// The fields of a head of HTTP/2 as they came, one after the other in memory: of each the length of its name and of its value
/// (4 bytes each), then both.
struct HeaderBlock {
    private(set) var bytes: [UInt8] = []

    /// Keeps no memory: most connections wait.
    mutating func removeAll() { bytes = [] }

    mutating func append(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
        var lengths = UInt64(UInt32(truncatingIfNeeded: name.count)) << 32
        lengths |= UInt64(UInt32(truncatingIfNeeded: value.count))
        if bytes.capacity == 0 { bytes.reserveCapacity(256) }
        unsafe withUnsafeBytes(of: &lengths) { unsafe bytes.append(contentsOf: $0) }
        unsafe bytes.append(contentsOf: name)
        unsafe bytes.append(contentsOf: value)
    }

    /// The request that the fields make (RFC 9113, 8.3.1); nghttp2 has seen to it that each is well-formed.
    func request(targetLimit: Int) throws(Problem) -> Request {
        var reader = RequestReader(targetLimit: targetLimit)
        var rest = bytes[...]
        while rest.count >= 8 {
            var lengths: UInt64 = 0
            for byte in rest.prefix(8).reversed() { lengths = lengths << 8 | UInt64(byte) }
            rest = rest.dropFirst(8)
            let name = rest.prefix(Int(lengths >> 32))
            rest = rest.dropFirst(name.count)
            let value = rest.prefix(Int(lengths & 0xffff_ffff))
            rest = rest.dropFirst(value.count)
            try reader.add(name, value)
        }
        return try reader.finish()
    }
}

/// Makes a request of fields that come one by one.
private struct RequestReader {
    let targetLimit: Int
    private var method = ""
    private var path = ""
    private var fields = HTTPFields()
    /// RFC 9113, 8.3.1: Host then says nothing more.
    private var hasAuthority = false

    init(targetLimit: Int) {
        self.targetLimit = targetLimit
    }

    mutating func add(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) throws(Problem) {
        let text = String(decoding: value, as: UTF8.self)
        guard name.first == 0x3a else {
            // RFC 9113, 8.2.1: names are in lower case, which nghttp2 has seen to.
            let name = FieldName.known(name) ?? HTTPField.Name(String(decoding: name, as: UTF8.self))
            guard let name, name != .host || !hasAuthority else { return }
            fields.append(HTTPField(name: name, value: text))
            return
        }
        switch name.dropFirst().first {
        case 0x6d: method = text
        case 0x70:
            path = text
            guard value.count <= targetLimit else { throw Problem(.targetTooLong) }
            if value.contains(where: { $0 <= 0x20 || $0 >= 0x7f || $0 == 0x23 }) {
                throw Problem(.badRequest("the path holds a byte that must be percent-encoded"))
            }
        // RFC 9113, 8.3.1: the authority takes the place of Host.
        case 0x61:
            fields.append(HTTPField(name: .host, value: text))
            hasAuthority = true
            guard HTTP1Host.isValid(text) else { throw Problem(.badRequest("the authority is malformed")) }
        default: break
        }
    }

    func finish() throws(Problem) -> Request {
        guard path.utf8.first == 0x2f || path == "*" && method == "OPTIONS" else {
            throw Problem(method == "CONNECT" ? .unknownMethod : .badRequest("the target is no path"))
        }
        return Request(
            method: HTTP1Line.method(method.utf8) ?? HTTPRequest.Method(method) ?? .get, target: path,
            fields: fields, version: .http2)
    }
}
