import CZlib

/// gzip (RFC 1952) by zlib.
@safe
final class GzipCodec: StreamCodec {
    private var stream = unsafe z_stream()

    init?() {
        guard unsafe CZlib_inflate_init(&stream) == Z_OK else { return nil }
    }

    deinit { unsafe inflateEnd(&stream) }

    func decode(
        _ input: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> StreamStep {
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(clamping: input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(clamping: output.count)
        let status = unsafe inflate(&stream, Z_NO_FLUSH)
        let read = unsafe input.count - Int(stream.avail_in)
        let written = unsafe output.count - Int(stream.avail_out)
        switch status {
        case Z_STREAM_END:
            let isReset = unsafe inflateReset(&stream) == Z_OK
            return StreamStep(read: read, written: written, state: isReset ? .ended : .damaged)
        // Nothing could be read or written: more input is needed.
        case Z_OK, Z_BUF_ERROR: return StreamStep(read: read, written: written, state: .going)
        default: return StreamStep(read: read, written: written, state: .damaged)
        }
    }
}
