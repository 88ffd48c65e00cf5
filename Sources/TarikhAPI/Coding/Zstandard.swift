import CZstd

/// Zstandard (RFC 8878) by libzstd.
enum Zstandard {
    private static let level: Int32 = 3
    /// The window that readers must have: 8 MiB (RFC 8878, 3.1.1.1.2).
    private static let largestWindowLog: Int32 = 23
    private static let step = 64 << 10

    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        let bound = ZSTD_compressBound(bytes.count)
        guard ZSTD_isError(bound) == 0 else { return nil }
        var isDone = false
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            let written = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe ZSTD_compress(output.baseAddress, bound, input.baseAddress, input.count, level)
            }
            isDone = ZSTD_isError(written) == 0
            count = isDone ? written : 0
        }
        return isDone ? result : nil
    }

    /// Of several frames one after the other, all.
    static func decompressed(_ bytes: [UInt8], limit: Int) throws(CodingError) -> [UInt8] {
        guard !bytes.isEmpty, let context = unsafe ZSTD_createDCtx() else { throw .damaged }
        defer { unsafe ZSTD_freeDCtx(context) }
        unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, largestWindowLog)
        var result: [UInt8] = []
        var problem: CodingError?
        unsafe bytes.withUnsafeBufferPointer { input in
            var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            problem = unsafe read(&source, context, into: &result, limit: limit)
        }
        if let problem { throw problem }
        return result
    }

    private static func read(
        _ source: inout ZSTD_inBuffer, _ context: OpaquePointer, into result: inout [UInt8], limit: Int
    ) -> CodingError? {
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            let (hint, count) = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
                var output = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: step, pos: 0)
                let hint = unsafe ZSTD_decompressStream(context, &output, &source)
                return unsafe (hint, output.pos)
            }
            guard ZSTD_isError(hint) == 0 else { return .damaged }
            if result.count + count > limit { return .tooLarge }
            result += buffer[..<count]
            // All that came was read, and what could be written was.
            let isAll = unsafe source.pos == source.size
            // 0: a frame has ended.
            if hint == 0, isAll { return nil }
            if hint != 0, isAll, count < step { return .damaged }
        }
    }
}
