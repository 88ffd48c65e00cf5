import CZstd

/// Zstandard (RFC 8878) by libzstd.
@safe
final class ZstandardCodec: StreamCodec {
    /// `zstd --long` makes windows of 128 MiB.
    private static let largestWindowLog: Int32 = 27

    private let context: OpaquePointer

    init?() {
        guard let created = unsafe ZSTD_createDCtx() else { return nil }
        unsafe context = created
        unsafe ZSTD_DCtx_setParameter(created, ZSTD_d_windowLogMax, Self.largestWindowLog)
    }

    deinit { unsafe ZSTD_freeDCtx(context) }

    func decode(
        _ input: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> StreamStep {
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let hint = unsafe ZSTD_decompressStream(context, &target, &source)
        let state: StreamStep.State = ZSTD_isError(hint) != 0 ? .damaged : hint == 0 ? .ended : .going
        return unsafe StreamStep(read: source.pos, written: target.pos, state: state)
    }
}
