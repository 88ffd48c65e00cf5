import CLZMA

/// .xz (the format of XZ Utils, 1.2.1) by liblzma.
@safe
final class XZCodec: StreamCodec {
    /// What `xz -9` needs to read is 65 MiB.
    private static let memory: UInt64 = 128 << 20

    private var stream = unsafe lzma_stream()

    init?() {
        guard unsafe CLZMA_decoder_init(&stream, Self.memory) == LZMA_OK else { return nil }
    }

    deinit { unsafe lzma_end(&stream) }

    func decode(
        _ input: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> StreamStep {
        unsafe stream.next_in = UnsafePointer(input.baseAddress)
        unsafe stream.avail_in = input.count
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = output.count
        // The end of the file is told by an empty input: streams may follow one another.
        let status = unsafe lzma_code(&stream, input.isEmpty ? LZMA_FINISH : LZMA_RUN)
        let read = unsafe input.count - stream.avail_in
        let written = unsafe output.count - stream.avail_out
        switch status {
        case LZMA_STREAM_END: return StreamStep(read: read, written: written, state: .ended)
        case LZMA_OK, LZMA_BUF_ERROR: return StreamStep(read: read, written: written, state: .going)
        default: return StreamStep(read: read, written: written, state: .damaged)
        }
    }
}
