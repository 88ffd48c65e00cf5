import CNGHTTP2

/// The C side of `HTTP2Session`: nghttp2's callbacks, each of which only finds the session and passes on.
@safe
enum HTTP2Callbacks {
    /// A server session whose callbacks reach `owner`, which must outlive it.
    static func session(for owner: HTTP2Session) -> OpaquePointer? {
        var callbacks: OpaquePointer?
        unsafe nghttp2_session_callbacks_new(&callbacks)
        defer { unsafe nghttp2_session_callbacks_del(callbacks) }
        unsafe setRequestCallbacks(callbacks)
        unsafe setStreamCallbacks(callbacks)
        let options = unsafe defences()
        defer { unsafe nghttp2_option_del(options) }
        var session: OpaquePointer?
        let pointer = unsafe Unmanaged.passUnretained(owner).toOpaque()
        unsafe nghttp2_session_server_new2(&session, callbacks, pointer, options)
        return unsafe session
    }

    /// Bounds on what a peer may make the session do or keep.
    private static func defences() -> OpaquePointer? {
        var options: OpaquePointer?
        unsafe nghttp2_option_new(&options)
        unsafe nghttp2_option_set_max_outbound_ack(options, 1_000)
        unsafe nghttp2_option_set_max_settings(options, 32)
        unsafe nghttp2_option_set_stream_reset_rate_limit(options, 1_000, 33)
        unsafe nghttp2_option_set_max_continuations(options, 8)
        unsafe nghttp2_option_set_server_fallback_rfc7540_priorities(options, 0)
        return unsafe options
    }

    private static func setRequestCallbacks(_ callbacks: OpaquePointer?) {
        unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks) { _, frame, user in
            guard let frame = unsafe frame?.pointee, unsafe frame.hd.type == UInt8(NGHTTP2_HEADERS.rawValue),
                unsafe frame.headers.cat == NGHTTP2_HCAT_REQUEST
            else { return 0 }
            unsafe sessionOwner(user)?.began(frame.hd.stream_id)
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_header_callback(callbacks) {
            _, frame, name, nameLength, value, valueLength, _, user in
            guard let frame = unsafe frame?.pointee, unsafe frame.headers.cat == NGHTTP2_HCAT_REQUEST else {
                return 0
            }
            let name = unsafe String(
                decoding: UnsafeBufferPointer(start: name, count: nameLength), as: UTF8.self)
            let value = unsafe String(
                decoding: UnsafeBufferPointer(start: value, count: valueLength), as: UTF8.self)
            let goesOn = unsafe sessionOwner(user)?.received(frame.hd.stream_id, name, value) ?? true
            return goesOn ? 0 : resetStream
        }
        unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) {
            _, _, id, data, length, user in
            let bytes = unsafe UnsafeBufferPointer(start: data, count: length)
            let goesOn = unsafe sessionOwner(user)?.received(id, bytes) ?? true
            return goesOn ? 0 : resetStream
        }
    }

    private static func setStreamCallbacks(_ callbacks: OpaquePointer?) {
        unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, user in
            guard let frame = unsafe frame?.pointee else { return 0 }
            let type = unsafe UInt32(frame.hd.type)
            guard type == NGHTTP2_HEADERS.rawValue || type == NGHTTP2_DATA.rawValue else { return 0 }
            let id = unsafe frame.hd.stream_id
            if type == NGHTTP2_HEADERS.rawValue { unsafe sessionOwner(user)?.receivedHead(id) }
            if unsafe UInt32(frame.hd.flags) & NGHTTP2_FLAG_END_STREAM.rawValue != 0 {
                unsafe sessionOwner(user)?.receivedEnd(id)
            }
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_begin_frame_callback(callbacks) { session, header, _ in
            guard let header = unsafe header?.pointee, header.type == UInt8(NGHTTP2_HEADERS.rawValue) else {
                return 0
            }
            // RFC 9113, 5.1.1: a new stream with an id that is not above those before it.
            let id = header.stream_id
            if unsafe id & 1 == 1 && id <= nghttp2_session_get_last_proc_stream_id(session)
                && nghttp2_session_find_stream(session, id) == nil
            {
                unsafe nghttp2_session_terminate_session(session, UInt32(NGHTTP2_PROTOCOL_ERROR.rawValue))
            }
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { _, id, _, user in
            unsafe sessionOwner(user)?.closed(id)
            return 0
        }
    }

    /// Submits an answer; its body is read from the stream's `answer` as the peer's windows allow.
    static func submit(
        _ session: OpaquePointer?, _ id: Int32, _ fields: [(name: String, value: String)], hasBody: Bool
    ) {
        // One buffer holds all names and values while nghttp2 copies them.
        var bytes: [UInt8] = []
        for field in fields {
            bytes += field.name.utf8
            bytes += field.value.utf8
        }
        unsafe bytes.withUnsafeMutableBufferPointer { bytes in
            var pointer = bytes.baseAddress
            var pairs: [nghttp2_nv] = unsafe []
            for field in fields {
                var pair = unsafe nghttp2_nv()
                unsafe pair.name = pointer
                unsafe pair.namelen = field.name.utf8.count
                unsafe pair.value = pointer?.advanced(by: field.name.utf8.count)
                unsafe pair.valuelen = field.value.utf8.count
                unsafe pointer = pair.value?.advanced(by: field.value.utf8.count)
                unsafe pairs.append(pair)
            }
            var provider = unsafe nghttp2_data_provider()
            unsafe provider.read_callback = readAnswer
            _ = unsafe pairs.withUnsafeBufferPointer { pairs in
                if hasBody {
                    unsafe nghttp2_submit_response(session, id, pairs.baseAddress, pairs.count, &provider)
                } else {
                    unsafe nghttp2_submit_response(session, id, pairs.baseAddress, pairs.count, nil)
                }
            }
        }
    }

    private static let readAnswer: nghttp2_data_source_read_callback = {
        _, id, buffer, length, flags, _, user in
        guard let owner = unsafe sessionOwner(user), let stream = owner.streams[id],
            let buffer = unsafe buffer
        else { return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue) }
        stream.touched = owner.now
        let part = stream.answer[stream.sent...].prefix(length)
        unsafe part.withUnsafeBufferPointer { part in
            if let start = part.baseAddress { unsafe buffer.update(from: start, count: part.count) }
        }
        stream.sent += part.count
        if stream.sent == stream.answer.count {
            unsafe flags?.pointee |= UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue)
        }
        return part.count
    }
}

// Functions outside of any type: C can't call what captures one.
private func sessionOwner(_ pointer: UnsafeMutableRawPointer?) -> HTTP2Session? {
    unsafe pointer.map { unsafe Unmanaged<HTTP2Session>.fromOpaque($0).takeUnretainedValue() }
}

private let resetStream = Int32(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
