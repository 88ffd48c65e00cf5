package import HTTPTypes

/// An answer. The server adds `Content-Length`, `Date` and what the connection needs.
package struct Response: Sendable {
    package var status: HTTPResponse.Status
    package var fields: HTTPFields
    /// Status, length and fields as they are written; `fields` are more then.
    package var prepared: PreparedFields?
    package var body: [UInt8]
    /// Gives the content piece by piece, in the place of `body`, which is empty then.
    package var source: (any ResponseSource)?
    /// What went wrong inside, for the log and never for the client.
    package var failure: String?

    package init(
        status: HTTPResponse.Status, fields: HTTPFields = [:], prepared: PreparedFields? = nil,
        body: [UInt8] = []
    ) {
        self.status = status
        self.fields = fields
        self.prepared = prepared
        self.body = body
    }
}

extension Response {
    /// RFC 9110, 6.4.1: none with 1xx, 204 and 304.
    var mayHaveContent: Bool { status.code >= 200 && status.code != 204 && status.code != 304 }
}
