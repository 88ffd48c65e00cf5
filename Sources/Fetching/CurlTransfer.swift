import CCurl

/// One request by libcurl, on the thread that makes it.
@safe
final class CurlTransfer {
    private static let isReady = CCurl_initialize() == 0
    private static let maximumFieldBytes = 64 << 10

    private let handle: UnsafeMutableRawPointer
    /// They must live as long as the handle.
    private var lists: [CurlList] = []
    private let limit: Int
    /// Those that were checked; a connection to another is not made.
    private let addresses: [IPAddress]
    private let stop: StopFlag
    private(set) var body: [UInt8] = []
    /// By names in small letters.
    private(set) var fields: [String: String] = [:]
    private var fieldBytes = 0
    private var failure: FetchError?

    /// `nil` when there is no memory.
    init?(limit: Int, addresses: [IPAddress], stop: StopFlag) {
        guard Self.isReady, let handle = unsafe curl_easy_init() else { return nil }
        unsafe self.handle = handle
        self.limit = limit
        self.addresses = addresses
        self.stop = stop
    }

    deinit { unsafe curl_easy_cleanup(handle) }

    func prepare(
        _ address: WebAddress, fields: [String], agent: String, seconds: Double, connectSeconds: Double
    ) throws(FetchError) {
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        // Literals need no entry: they are what they say.
        let hosts = addresses.map { $0.isVersion6 ? "[\($0)]" : $0.description }.joined(separator: ",")
        let entry = "\(address.host):\(address.port):\(hosts)"
        guard let request = CurlList(fields), let known = CurlList(address.literal == nil ? [entry] : [])
        else { throw .failed("there is no memory") }
        lists = [request, known]
        let codes = unsafe [
            CCurl_set_text(handle, CURLOPT_URL, address.description),
            CCurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            // Of the environment; a proxy would resolve names by itself.
            CCurl_set_text(handle, CURLOPT_PROXY, ""),
            CCurl_set_text(handle, CURLOPT_NOPROXY, "*"),
            CCurl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
            CCurl_set_number(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
            CCurl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            CCurl_set_number(handle, CURLOPT_TIMEOUT_MS, Self.milliseconds(seconds)),
            CCurl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(connectSeconds)),
            CCurl_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 64),
            CCurl_set_number(handle, CURLOPT_LOW_SPEED_TIME, 15),
            CCurl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limit)),
            CCurl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "gzip"),
            CCurl_set_text(handle, CURLOPT_USERAGENT, agent),
            CCurl_set_list(handle, CURLOPT_HTTPHEADER, request.first),
            CCurl_set_list(handle, CURLOPT_RESOLVE, known.first),
            CCurl_set_body(handle, takeBody, owner),
            CCurl_set_fields(handle, takeField, owner),
            CCurl_set_progress(handle, goesOn, owner),
            CCurl_set_opening(handle, openSocket, owner),
        ]
        // An option that is not set might be the one that keeps it from going astray.
        if let code = codes.first(where: { $0 != CURLE_OK }) { throw Self.failure(code, limit: limit) }
    }

    /// Returns the status.
    func perform() throws(FetchError) -> Int {
        let code = unsafe curl_easy_perform(handle)
        if let failure { throw failure }
        guard code == CURLE_OK else { throw Self.failure(code, limit: limit) }
        var status = 0
        guard unsafe CCurl_status(handle, &status) == CURLE_OK else { throw .failed("it has no status") }
        return status
    }

    private static func milliseconds(_ seconds: Double) -> Int {
        max(1, Int(min(seconds, 86_400) * 1000))
    }

    private static func failure(_ code: CURLcode, limit: Int) -> FetchError {
        switch code {
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_FILESIZE_EXCEEDED: .tooLarge(limit: limit)
        case CURLE_COULDNT_RESOLVE_HOST: .unresolved("the host")
        default: unsafe .failed(String(cString: curl_easy_strerror(code)))
        }
    }

    // MARK: What libcurl calls

    static func of(_ owner: UnsafeMutableRawPointer?) -> CurlTransfer? {
        unsafe owner.map { unsafe Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// False: no more.
    fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= limit - body.count else {
            failure = .tooLarge(limit: limit)
            return false
        }
        unsafe body.append(contentsOf: bytes)
        return true
    }

    /// A line of the head; those of an answer before the last (100, 103) are forgotten.
    fileprivate func take(field line: UnsafeRawBufferPointer) -> Bool {
        fieldBytes += line.count
        guard fieldBytes <= Self.maximumFieldBytes else {
            failure = .failed("its header section is too long")
            return false
        }
        let text = unsafe String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") { fields = [:] }
        guard let colon = text.firstIndex(of: ":") else { return true }
        let value = text[text.index(after: colon)...].drop { $0.isWhitespace }
        fields[text[..<colon].lowercased()] = String(value.reversed().drop { $0.isWhitespace }.reversed())
        return true
    }

    fileprivate var isStopped: Bool {
        if stop.isSet { failure = .stopped }
        return stop.isSet
    }

    /// The last look before a connection is made, at the very address that it is made to.
    fileprivate func opens(_ address: IPAddress?) -> Bool {
        if let address, addresses.contains(address) { return true }
        failure = .failed("it would be asked at an address that was not checked")
        return false
    }
}

private let takeBody: curl_write_callback = { bytes, size, count, owner in
    let length = size.multipliedReportingOverflow(by: count)
    guard !length.overflow, let transfer = unsafe CurlTransfer.of(owner),
        unsafe transfer.take(UnsafeRawBufferPointer(start: bytes, count: length.partialValue))
    else { return 0 }
    return length.partialValue
}

private let takeField: curl_write_callback = { bytes, size, count, owner in
    let length = size.multipliedReportingOverflow(by: count)
    guard !length.overflow, let transfer = unsafe CurlTransfer.of(owner),
        unsafe transfer.take(field: UnsafeRawBufferPointer(start: bytes, count: length.partialValue))
    else { return 0 }
    return length.partialValue
}

private let goesOn: curl_xferinfo_callback = { owner, _, _, _, _ in
    unsafe CurlTransfer.of(owner)?.isStopped == false ? 0 : 1
}

private let openSocket: curl_opensocket_callback = { owner, _, address in
    guard let address = unsafe address, let transfer = unsafe CurlTransfer.of(owner),
        let socketAddress = unsafe CCurl_address_of(address),
        unsafe transfer.opens(IPAddress(socketAddress))
    else { return CCurl_no_socket() }
    return unsafe CCurl_open(address)
}
