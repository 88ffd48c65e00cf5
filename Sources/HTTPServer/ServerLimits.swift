/// The limits of all connections of a server, shared by them.
final class ServerLimits: Sendable {
    let http1: HTTP1Parser.Limits
    private let http2: HTTP2Session.Limits

    init(_ configuration: ServerConfiguration) {
        http1 = HTTP1Parser.Limits(
            targetBytes: configuration.maximumTargetBytes, headerBytes: configuration.maximumHeaderBytes,
            bodyBytes: configuration.maximumBodyBytes)
        http2 = HTTP2Session.Limits(
            headerBytes: configuration.maximumHeaderBytes, bodyBytes: configuration.maximumBodyBytes,
            targetBytes: configuration.maximumTargetBytes, bodyTimeout: configuration.bodyTimeout,
            writeTimeout: configuration.writeTimeout, minimumRate: configuration.minimumRate)
    }

    func newHTTP2(_ heads: HeadTable) -> HTTP2Session { HTTP2Session(limits: http2, heads: heads) }
}
