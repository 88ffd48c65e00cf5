import HTTPTypes

/// Names of fields that come with most requests, found without making them anew.
enum FieldName {
    private static let names: [[(bytes: [UInt8], name: HTTPField.Name)]] = {
        let texts = [
            "host", "accept", "user-agent", "accept-encoding", "accept-language", "connection",
            "content-type",
            "content-length", "authorization", "cookie", "origin", "referer", "if-none-match",
            "cache-control",
            "x-request-id", "x-api-key", "traceparent", "priority", "sec-fetch-dest", "sec-fetch-mode",
            "sec-fetch-site", "sec-ch-ua", "upgrade-insecure-requests", "x-forwarded-for",
            "x-forwarded-proto",
            "transfer-encoding", "expect", "pragma", "dnt", "te", "if-match", "if-modified-since",
        ]
        var names = [[(bytes: [UInt8], name: HTTPField.Name)]](repeating: [], count: 32)
        for text in texts {
            if let name = HTTPField.Name(text) { names[text.utf8.count].append((Array(text.utf8), name)) }
        }
        return names
    }()

    /// The name that `bytes` spell in any case; `nil` when it is none of the usual.
    static func known(_ bytes: some Collection<UInt8>) -> HTTPField.Name? {
        let length = bytes.count
        guard length < names.count else { return nil }
        for candidate in names[length] where matches(bytes, candidate.bytes) { return candidate.name }
        return nil
    }

    private static func matches(_ bytes: some Collection<UInt8>, _ name: [UInt8]) -> Bool {
        var index = 0
        for byte in bytes {
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if lower != name[index] { return false }
            index += 1
        }
        return true
    }
}

extension HTTPField.Name {
    /// RFC 9110, 7.2.
    static let host = HTTPField.Name("Host") ?? .accept
}
