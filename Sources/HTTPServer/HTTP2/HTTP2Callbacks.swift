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
        unsafe nghttp2_session_callbacks_set_send_data_callback(callbacks, HTTP2Answer.send)
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
        unsafe nghttp2_option_set_max_reserved_remote_streams(options, 0)
        unsafe nghttp2_option_set_max_deflate_dynamic_table_size(options, 4_096)
        unsafe nghttp2_option_set_server_fallback_rfc7540_priorities(options, 0)
        // A library without them was warned of when the server started.
        _ = unsafe CNGHTTP2_limit_resets(options, 1_000, 33)
        _ = unsafe CNGHTTP2_limit_continuations(options, 8)
        _ = unsafe CNGHTTP2_limit_glitches(options, 1_000, 33)
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
            let name = unsafe UnsafeBufferPointer(start: name, count: nameLength)
            let value = unsafe UnsafeBufferPointer(start: value, count: valueLength)
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
        unsafe nghttp2_session_callbacks_set_on_begin_frame_callback(callbacks) { _, header, user in
            guard let header = unsafe header?.pointee else { return 0 }
            unsafe sessionOwner(user)?.receives(
                UInt32(header.type), length: header.length, stream: header.stream_id)
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_frame_send_callback(callbacks) { _, frame, user in
            guard let frame = unsafe frame?.pointee else { return 0 }
            unsafe sessionOwner(user)?.sent(UInt32(frame.hd.type))
            return 0
        }
        unsafe nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) { _, id, _, user in
            unsafe sessionOwner(user)?.closed(id)
            return 0
        }
    }
}

// Functions outside of any type: C can't call what captures one.
func sessionOwner(_ pointer: UnsafeMutableRawPointer?) -> HTTP2Session? {
    unsafe pointer.map { unsafe Unmanaged<HTTP2Session>.fromOpaque($0).takeUnretainedValue() }
}

private let resetStream = Int32(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
