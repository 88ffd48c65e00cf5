import HTTPServer
import Logging
import TarikhAPI

extension ServiceLog.Access {
    /// What a line of the access log says; what is not known is left out.
    var metadata: Logger.Metadata {
        let texts: [(String, String?)] = [
            ("request_id", requestID), ("method", method), ("target", target), ("route", route),
            ("protocol", protocolName), ("client", peer), ("key", key), ("trace_id", trace?.traceID),
            ("span_id", trace?.spanID), ("parent_id", trace?.parentID),
        ]
        var metadata: Logger.Metadata = [
            "status": .stringConvertible(status), "bytes": .stringConvertible(bytes),
            "ms": .stringConvertible((seconds * 100_000).rounded() / 100),
        ]
        for case (let name, let text?) in texts { metadata[name] = .string(text) }
        return metadata
    }

    /// As in the protocol's own messages, or its ALPN id.
    private var protocolName: String {
        switch version {
        case .http10: "HTTP/1.0"
        case .http11: "HTTP/1.1"
        case .http2: "h2"
        }
    }
}
