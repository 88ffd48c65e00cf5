import CZlib

/// gzip (RFC 1952) by zlib.
enum Gzip {
    /// Answers are made for one reader each: more effort costs more time than it saves.
    private static let level: Int32 = 4
    private static let step = 64 << 10

    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard let length = UInt32(exactly: bytes.count) else { return nil }
        var stream = unsafe z_stream()
        guard unsafe CZlib_deflate_init(&stream, level) == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(length)))
        guard let capacity = UInt32(exactly: bound) else { return nil }
        var bytes = bytes
        var isDone = false
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe bytes.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = length
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = capacity
                unsafe isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = unsafe isDone ? bound - Int(stream.avail_out) : 0
            }
        }
        return isDone ? result : nil
    }

    /// Of several members one after the other, all.
    static func decompressed(_ bytes: [UInt8], limit: Int) throws(CodingError) -> [UInt8] {
        guard let length = UInt32(exactly: bytes.count), length > 0 else { throw .damaged }
        var stream = unsafe z_stream()
        guard unsafe CZlib_inflate_init(&stream) == Z_OK else { throw .damaged }
        defer { unsafe inflateEnd(&stream) }
        var input = bytes
        var result: [UInt8] = []
        var problem: CodingError?
        unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = length
            problem = unsafe inflate(&stream, into: &result, limit: limit)
        }
        if let problem { throw problem }
        return result
    }

    private static func inflate(
        _ stream: inout z_stream, into result: inout [UInt8], limit: Int
    ) -> CodingError? {
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            let status = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
                unsafe stream.next_out = buffer.baseAddress
                unsafe stream.avail_out = UInt32(step)
                return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            let count = unsafe step - Int(stream.avail_out)
            if result.count + count > limit { return .tooLarge }
            result += buffer[..<count]
            switch status {
            case Z_STREAM_END:
                if unsafe stream.avail_in == 0 { return nil }
                guard unsafe inflateReset(&stream) == Z_OK else { return .damaged }
            case Z_OK where unsafe count > 0 || stream.avail_in > 0: continue
            // What is missing at the end.
            default: return .damaged
            }
        }
    }
}
