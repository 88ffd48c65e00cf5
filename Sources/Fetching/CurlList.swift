import CCurl

/// A list of texts as libcurl takes it.
@safe
final class CurlList {
    /// `nil` for an empty list.
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    /// `nil` when there is no memory.
    init?(_ texts: [String]) {
        for text in texts {
            guard let longer = unsafe curl_slist_append(first, text) else { return nil }
            unsafe first = longer
        }
    }

    deinit { unsafe curl_slist_free_all(first) }
}
