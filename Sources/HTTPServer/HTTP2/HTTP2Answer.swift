import CNGHTTP2
import HTTPTypes

/// Hands answers to nghttp2: the fields at once, the body as the peer's windows allow.
@safe
enum HTTP2Answer {
    /// Submits an answer whose body is `stream.answer`. `date` is the value of the field Date.
    static func submit(
        _ session: OpaquePointer?, _ stream: HTTP2Stream, _ response: Response, date: [UInt8]
    ) {
        var size = 64 + date.count
        for field in response.fields { size += field.name.canonicalName.utf8.count + field.value.utf8.count }
        let prepared = response.prepared?.text ?? []
        let ranges = response.prepared?.ranges ?? []
        let count = response.fields.count + ranges.count + 3
        unsafe prepared.withUnsafeBufferPointer { prepared in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { bytes in
                unsafe withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: count) { pairs in
                    var block = unsafe FieldBlock(bytes: bytes, pairs: pairs)
                    if ranges.isEmpty { block.add(":status", String(response.status.code).utf8) }
                    unsafe block.add(ranges, of: prepared)
                    block.add("date", date)
                    for field in response.fields { block.add(field.name.canonicalName, field.value.utf8) }
                    if ranges.isEmpty, response.mayHaveContent, response.source == nil {
                        block.add("content-length", String(response.body.count).utf8)
                    }
                    unsafe submit(session, stream, pairs.baseAddress, block.count)
                }
            }
        }
    }

    private static func submit(
        _ session: OpaquePointer?, _ stream: HTTP2Stream, _ pairs: UnsafePointer<nghttp2_nv>?, _ count: Int
    ) {
        guard !stream.answer.isEmpty || stream.isOpenEnded else {
            _ = unsafe nghttp2_submit_response(session, stream.id, pairs, count, nil)
            return
        }
        var provider = unsafe nghttp2_data_provider()
        // The session holds the stream until nghttp2 says that it is closed.
        unsafe provider.source.ptr = Unmanaged.passUnretained(stream).toOpaque()
        unsafe provider.read_callback = read
        _ = unsafe nghttp2_submit_response(session, stream.id, pairs, count, &provider)
    }

    private static let varying = ["x-request-id", "server-timing", "ratelimit"]

    /// Names and values one after the other in memory, and where each is.
    @safe private struct FieldBlock {
        let bytes: UnsafeMutableBufferPointer<UInt8>
        let pairs: UnsafeMutableBufferPointer<nghttp2_nv>
        var used = 0
        var count = 0

        mutating func add(_ name: String, _ value: some Collection<UInt8>) {
            var pair = unsafe nghttp2_nv()
            unsafe (pair.name, pair.namelen) = unsafe put(name.utf8)
            unsafe (pair.value, pair.valuelen) = unsafe put(value)
            // What is another one each time is not worth a place in the peer's table (RFC 7541, 6.2.2).
            if HTTP2Answer.varying.contains(name) {
                unsafe pair.flags = UInt8(NGHTTP2_NV_FLAG_NO_INDEX.rawValue)
            }
            unsafe pairs[count] = unsafe pair
            count += 1
        }

        /// Fields whose text is in memory already; nghttp2 copies it.
        mutating func add(_ ranges: [PreparedFields.Range], of text: UnsafeBufferPointer<UInt8>) {
            guard let start = unsafe UnsafeMutablePointer(mutating: text.baseAddress) else { return }
            for range in ranges {
                var pair = unsafe nghttp2_nv()
                unsafe pair.name = start + range.name
                unsafe pair.namelen = range.nameCount
                unsafe pair.value = start + range.value
                unsafe pair.valuelen = range.valueCount
                unsafe pairs[count] = unsafe pair
                count += 1
            }
        }

        private mutating func put(_ text: some Collection<UInt8>) -> (UnsafeMutablePointer<UInt8>?, Int) {
            let rest = unsafe UnsafeMutableBufferPointer(rebasing: bytes[used...])
            let end = unsafe rest.update(fromContentsOf: text)
            used += end
            return (rest.baseAddress, end)
        }
    }

    /// How much of the body goes into the next frame; `send` then copies it straight into what the connection sends.
    private static let read: nghttp2_data_source_read_callback = { _, _, _, length, flags, source, _ in
        guard let pointer = unsafe source?.pointee.ptr else {
            return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
        }
        let stream = unsafe Unmanaged<HTTP2Stream>.fromOpaque(pointer).takeUnretainedValue()
        let count = min(stream.unsent, length)
        if count == 0, stream.isOpenEnded { return Int(NGHTTP2_ERR_DEFERRED.rawValue) }
        unsafe flags?.pointee |= NGHTTP2_DATA_FLAG_NO_COPY.rawValue
        if count == stream.unsent, !stream.isOpenEnded {
            unsafe flags?.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
        }
        return count
    }

    /// Sends one DATA frame: its head of 9 bytes (RFC 9113, 4.1) and a part of the body.
    static let send: nghttp2_send_data_callback = { _, _, head, length, source, user in
        guard let owner = unsafe sessionOwner(user), let pointer = unsafe source?.pointee.ptr,
            let head = unsafe head
        else { return Int32(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) }
        guard owner.sending.count < owner.sendingLimit else { return Int32(NGHTTP2_ERR_WOULDBLOCK.rawValue) }
        let stream = unsafe Unmanaged<HTTP2Stream>.fromOpaque(pointer).takeUnretainedValue()
        unsafe owner.sending.append(contentsOf: UnsafeBufferPointer(start: head, count: 9))
        let part = stream.answer[stream.sent...].prefix(length)
        owner.sending += part
        stream.sent += part.count
        stream.touched = owner.now
        owner.answerBytes -= part.count
        return 0
    }
}
